logbook-sheet =
    📓 <b>Work log</b> { DAY($day) }{ $state }
    { $lines }
logbook-sent-at = { " " }✅ sent at { TIME($at) }
logbook-section-morning-notes = <b>Morning points</b>
logbook-section-visits = <b>Visits and contacts</b>
logbook-section-sales = <b>Sales</b>
logbook-section-main-business = <b>Main business</b>
logbook-section-suggestions = <b>Suggestions and thoughts</b>
logbook-section-memos = <b>Memos</b>
logbook-section-work-plan = <b>Work plan</b>
logbook-section-appointments = <b>Appointments</b>
logbook-empty = { " " }—
logbook-own = { " " }▫️ { $words }
logbook-visit = { " " }📍 { TIME($at) } { $client }: { $words }
logbook-no-record = record not written
logbook-contact = { " " }☎️ { TIME($at) } { $client }: { $words }
logbook-item = { " " }▫️ { $client } { $words }
logbook-item-done = { " " }✅ { $client } { $words }
logbook-task = { " " }▫️ { $words }
logbook-task-done = { " " }✅ { $words }
logbook-ticks = { " " }✅ credit steps ticked: { $count }
logbook-add-morning-notes = ➕ Morning points
logbook-add-sales = ➕ Sales
logbook-add-main-business = ➕ Main business
logbook-add-suggestions = ➕ Suggestions
logbook-add-memos = ➕ Memos
logbook-add-work-plan = ➕ Work plan
logbook-add-what = { $section }: one line, please.
logbook-send = 📨 Send the log
logbook-send-again = 📨 Send again
logbook-refresh = 🔄 Refresh
logbook-look = 👀 Look first
logbook-sent = 📨 The log is with your supervisor.
logbook-too-old = Only the last 7 days can be sent; for earlier ones please tell your supervisor.
logbook-ask = 📓 The work log of { DAY($day) } has not been sent. Visits and contacts are filled in: send it with a tap, or look first and add a line.
logbook-received = 📓 <b>{ $unit }: work logs of { DAY($day) }</b>, { $count } in
    { $missing }
logbook-received-week = 🗓 <b>{ $unit }: summaries of the week from { DAY($day) }</b>, { $count } in
    { $missing }
logbook-missing = Still missing: { $names }
logbook-complete = ✅ All are in.
logbook-unread = 📓 { $name }
logbook-read = 👁 { $name }
logbook-text = 📓 <b>{ $name }</b>
    { $words }

help-logbook-show = Work log
