boards-today =
    📋 <b>Today, { DAY($day) }</b>  (as of { TIME($at) })
    { $lines }
    { $owed }
    { $todo }
boards-owed = 📝 { $count ->
    [one] One record is still owed; tap below to write it.
   *[other] { $count } records are still owed; tap below to write them.
 }
boards-refresh = 🔄 Refresh
boards-when-left = ⏱ { $client } { TIME($at) }: left when?
boards-nothing-yet = Nothing yet today. One sentence before you go out will do.
boards-on-leave = 🌴 On leave until { DAY($until) } { TIME($until) }
boards-on-duty = 🪑 On duty at the desk today
boards-outing-waiting = ⏳ Outing waits for consent{ $back }
boards-outing-declared = 🚗 Outing told, leaving { TIME($at) }{ $back }
boards-outing-out = 🚗 Out since { TIME($at) }{ $back }
boards-outing-overdue = ⏰ Overdue by { SPAN($minutes) }
boards-outing-returned = 🏢 Back at { TIME($at) }
boards-outing-declined = The outing was not agreed to
boards-outing-cancelled = The outing was cancelled
boards-outing-late = (told after leaving)
boards-back-by = , back by { TIME($at) }
boards-stop = ▫️ To go: { $client }
boards-visit-ended = 📍 { TIME($arrived) }–{ TIME($left) } { $client } ({ $grade }{ $plan }){ $record }
boards-visit-lasts = 📍 since { TIME($arrived) } { $client } ({ $grade }{ $plan }){ $record }
boards-unplanned = , not planned
boards-record-none = , no record
boards-record-draft = , record begun
boards-record-submitted = , ✅ record
boards-record-late = , ✅ record (late)
boards-record-reviewed = , 👁 read
boards-record-returned = , ↩️ sent back
boards-forgotten = ❗ { DAY($at) } { TIME($at) } { $client }: no time of leaving
boards-contact = ☎️ { TIME($at) } { $client } ({ $channel }) { $line }
boards-owed-before = 📝 { DAY($at) } { $client }: no record
boards-sent-back-before = ↩️ { DAY($at) } { $client }: record sent back
boards-not-back = ❗ Out on { DAY($at) } { TIME($at) }: no return told; a time such as "17:10" adds it
help-boards-today = my day
