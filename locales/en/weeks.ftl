week-sheet =
    🗓 <b>The week</b> { DAY($first) }–{ DAY($last) }{ $state }
    Visits planned { $planned }, made { $made }
    Visits { $visits } ({ $clients } clients), contacts { $contacts }, records { $records }, logs { $logs }
    { $lines }
week-ask =
    🗓 <b>Draft of the weekly summary</b> { DAY($first) }–{ DAY($last) }
    Visits planned { $planned }, made { $made }
    Visits { $visits } ({ $clients } clients), contacts { $contacts }, records { $records }, logs { $logs }
    { $lines }
    One tap sends it to your supervisor.
week-nothing-open = ✅ No plan is open.
week-open = ▫️ { DAY($day) } { $sort }: { $client } { $words }
week-own = yours
week-remark = ✍️ { $words }
week-sort-planned-visit = planned visit
week-sort-next-step = next step
week-sort-promise = promise
week-sort-call = call
week-sort-task = task
week-sort-reminder = reminder
week-send = 📨 Send the summary
week-send-again = 📨 Send again
week-write = ✍️ Add a line
week-before = ⬅️ Week before
week-after = Week after ➡️
week-refresh = 🔄 Refresh
week-sent = 📨 The summary is with your supervisor.
week-write-what = Please write what the figures don't say: what you learnt, what you mean to do next week.
week-not-there = Only this week and those of the last half-year can be seen.

help-week-show = My week and its summary
