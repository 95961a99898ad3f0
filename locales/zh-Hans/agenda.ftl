agenda-not-yours = 这件事现在不在您名下。
agenda-already-closed = 这件事已经了结（{ DAY($at) } { TIME($at) }）。
agenda-day-is-past = { DAY($day) }已经过去了，请说一个以后的日子。
