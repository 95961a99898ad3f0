rollcall-ask =
    🔔 <b>{ $what }</b> { TIME($start) }–{ TIME($end) }
    Tap when you are there, or just write "here".
rollcall-here = ✅ Here
rollcall-said-here = here
rollcall-of-training = Morning training
rollcall-of-weekly = RM meeting
rollcall-of-communication = Head's communication meeting
rollcall-of-analysis = Analysis meeting
rollcall-of-department-work = Department meeting
rollcall-noted = ✅ { $what }: here at { TIME($at) }.
rollcall-noted-late = ⏱ { $what }: here at { TIME($at) }, { $minutes } min late. If there was a reason, tell your supervisor, who decides.
rollcall-over = { $what }: the roll call ended at { TIME($at) }. If something kept you, please tell your supervisor.
rollcall-already-here = You are marked as here since { TIME($at) }.
rollcall-cancelled = This meeting was cancelled; no need to sign in.
rollcall-not-open = The roll call has not begun yet (it starts at { TIME($at) }); you will be asked.
rollcall-closed = The roll call ended at { TIME($at) }. If you were there, please tell your supervisor.
rollcall-none = There is no roll call now. You are asked before training and meetings.
rollcall-board =
    👥 <b>Roll call: { $what }</b> { DAY($day) } { $here }/{ $all } ({ TIME($at) })
    { $lines }
rollcall-board-closed =
    👥 <b>Roll call over: { $what }</b> { DAY($day) } { $here }/{ $all } ({ TIME($at) })
    { $lines }
rollcall-board-interrupted =
    ⚠️ <b>Roll call interrupted, nothing is concluded: { $what }</b> { DAY($day) } { $here }/{ $all } ({ TIME($at) })
    { $lines }
rollcall-look = 🔄 Refresh
rollcall-name = { $name }
rollcall-name-late = { $name } ({ $minutes } min late)
rollcall-beside = { $first }, { $second }
rollcall-mark-unexplained = ❓ no word { $count }: { $names }
rollcall-mark-late = ⏱ late { $count }: { $names }
rollcall-mark-present = ✅ here { $count }: { $names }
rollcall-mark-out = 🚗 out { $count }: { $names }
rollcall-mark-on-duty = 🪑 on desk duty { $count }: { $names }
rollcall-mark-on-leave = 🌴 on leave { $count }: { $names }
rollcall-mark-not-enrolled = ✉️ not enrolled { $count }: { $names }
rollcall-nobody = Nobody to call.
