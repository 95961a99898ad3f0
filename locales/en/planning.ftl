help-planning-plan = visits planned (day, week, month); “/plan visit Dingsheng next Tuesday about the plant” adds one
planning-day =
    🗓 <b>{ DAY($first) }</b>　{ $tally }
    { $lines }
planning-week =
    🗓 <b>{ DAY($first) } – { DAY($last) }</b>　{ $tally }
    { $lines }
planning-month =
    🗓 <b>{ DAY($first) } – { DAY($last) }</b>　{ $tally }
    { $lines }
    { $rates }
planning-rate-v13 = platinum and above seen on site { $reached }/{ $all }{ $missing ->
        [0] , mark reached
       *[other] , { $missing } to go
    } (V13)
planning-rate-v14 = gold met in person { $reached }/{ $all }{ $missing ->
        [0] , mark reached
       *[other] , { $missing } to go
    } (V14)
planning-tally = planned { $planned }, done { $done }{ $dropped ->
        [0] {""}
       *[other] , dropped { $dropped }
    }
planning-week-line = { DAY($first) } – { DAY($last) }: { $tally }
planning-day-heading = <b>{ DAY($on) }</b>
planning-today-heading = <b>{ DAY($on) } today</b>
planning-free = 　—
planning-line-open-day = 　• { $what }
planning-line-open-at = 　• { TIME($at) } { $what }
planning-line-missed-day = 　⚠️ { $what } (not made yet: please move or drop it)
planning-line-missed-at = 　⚠️ { TIME($at) } { $what } (not made yet: please move or drop it)
planning-line-done-day = 　✅ { $what }
planning-line-done-at = 　✅ { TIME($at) } { $what }
planning-line-dropped-day = 　<s>{ $what }</s>
planning-line-dropped-at = 　<s>{ TIME($at) } { $what }</s>
planning-what = { $client }　{ $text }
planning-next-step = next step: { $what }
planning-promise = promised: { $what }
planning-task = task: { $what }
planning-call = call: { $what }
planning-reminder = reminder: { $what }
planning-something = a visit
planning-item = { DAY($on) }　{ $what }
planning-see-week = the week of { DAY($on) }
planning-before = ◀
planning-after = ▶
planning-to-day = day
planning-to-week = week
planning-to-month = month
planning-add = ➕ add one
planning-open = open
planning-plan-visit = 🗓 plan a visit
planning-ask = Whom, on which day, what for? For example “visit Dingsheng next Tuesday about the plant”.
planning-ask-client = Which client? Tap one, or write a name.
planning-which = Which one is it?
planning-client-button = { $client }
planning-no-client = not a client yet
planning-ask-day = On which day to { $client }? Tap one, or write it, such as “next Tuesday” or “20 August, 3 pm”.
planning-day-button = { DAY($on) }
planning-day-unclear = I can't read that day. Please write “next Tuesday” or “20 August”.
planning-nothing = All right, nothing was changed.
planning-there-already = This client is planned for { DAY($day) } already. /plan shows it.
planning-not-its-day = This visit is planned for { DAY($day) }. To go today, move it to today first.
planning-stored = 🗓 Planned: { $when }　<b>{ $what }</b>
planning-stored-free = 🗓 Planned: { $when } (not a working day)　<b>{ $what }</b>
planning-when-day = { DAY($on) }
planning-when-at = { DAY($at) } { TIME($at) }
planning-card-open = 🗓 { $when }　<b>{ $what }</b>
planning-card-done = ✅ { $when }　<b>{ $what }</b>　done
planning-card-dropped =
    🗑 { $when }　<b>{ $what }</b>　dropped
    Why: { $outcome }
planning-moved = ➡️ Moved to { $when }　<b>{ $what }</b> (moved { $moved } times)
planning-go = 🚶 leave now
planning-move = ➡️ another day
planning-drop = 🗑 drop
planning-ask-move = Now on { DAY($on) }. To which day? Tap one, or write it.
planning-ask-why = Why is it off? Tap one, or write a few words.
planning-why-client = the client has no time
planning-why-urgent = something more urgent
planning-why-done = settled by phone
planning-why-needless = no longer needed
