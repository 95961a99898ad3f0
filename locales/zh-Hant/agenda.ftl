agenda-not-yours = 這件事現在不在您名下。
agenda-already-closed = 這件事已經了結（{ DAY($at) } { TIME($at) }）。
agenda-day-is-past = { DAY($day) }已經過去了，請說一個以後的日子。
