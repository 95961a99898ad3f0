returns-back =
    🏢 <b>Welcome back</b> { TIME($left) }–{ TIME($at) }, { $span }
    { $owed }
returns-corrected =
    🏢 Noted afterwards: back { DAY($at) } { TIME($at) } (corrected)
    { $owed }
returns-span = out for { $hours ->
    [0] {""}
   *[other] { $hours } h{" "}
 }{ $minutes } min
returns-nothing-owed = No visit record is owed.
returns-record-owed = 📝 Record still owed: { $whom } ({ DAY($at) } { TIME($at) })
returns-record-sent-back = ↩️ Record sent back: { $whom } ({ DAY($at) } { TIME($at) })
returns-left-as-planned = 🚗 It is { TIME($at) }: you count as having left as planned. If the trip is off, say “cancel outing”.
returns-extend = Until { TIME($at) }: { $why }
returns-extend-other = Another time or reason
returns-why-talking = still talking with the client
returns-why-road = stuck in traffic
returns-why-papers = waiting for stamps or signatures
returns-ask-until = Until when? Write a time, with the reason if you like: “18:00 client still signing”.
returns-ask-why = Why until { TIME($at) }? Tap one, or write it.
returns-extension-unclear = Please write until when and why: “18:00 client still signing”. To drop it, write “never mind”.
returns-extension-dropped = All right, nothing was extended.
returns-extended = ⏱ Extended until { TIME($at) }: { $reason }
returns-other-time = Another time
returns-ask-time = What time did you come back on { DAY($day) }? Write it like “16:40”.
returns-time-unclear = I could not find a time in that. Please write it like “16:40”.
returns-time-ahead = That time is still to come; please give one that has passed.
returns-noted = Thank you; your return has been noted.
returns-not-back =
    ⏰ <b>Not back at { TIME($at) }</b>
    { $lines }
returns-late-line = · <b>{ $name }</b> { $whom }, left { TIME($since) }, due { TIME($due) }{ $minutes ->
    [0] {""}
   *[other] , { SPAN($minutes) } over
 }
returns-extended-line = · <b>{ $name }</b> { $whom }, left { TIME($since) }, extended to { TIME($due) }: { $reason }
returns-all-back = ✅ { TIME($at) }: everybody is back.
returns-look = 🔄 Refresh
help-returns-back = say that I am back
