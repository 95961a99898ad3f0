agenda-not-yours = This is not yours to settle now.
agenda-already-closed = This was settled already ({ DAY($at) } { TIME($at) }).
agenda-day-is-past = { DAY($day) } is over; please say a day to come.
