# Incidents
incidents-ask = 🚨 What has happened, in one sentence (typed or spoken)? For example "new legal representative at Dingsheng".
incidents-card =
    🚨 <b>Incident: { $sort }</b>
    { $client }
    { $text }
    ——
    Told at once when you tap "Report now":
    { $names }
incidents-client = Client: { $client }
incidents-name = ▫️ { $name }
incidents-nobody = (nobody can be told right now)
incidents-tell = 🚨 Report now ({ $count })
incidents-drop = Don't report
incidents-dropped = Not reported.
incidents-sent = 🚨 Reported.
incidents-sort-decision = Major decision
incidents-sort-representative = New legal representative
incidents-sort-accident = Accident
incidents-sort-disaster = Disaster
incidents-sort-bad-loan = Loan turned bad
incidents-sort-legal = Lawsuit or seizure
incidents-sort-standstill = Standstill
incidents-sort-other = Other
incidents-told =
    🚨 <b>Incident: { $sort }</b>
    { $unit } · { $reporter }　{ TIME($at) }
    { $client }

    { $text }
incidents-told-again =
    🚨 <b>Please read: { $sort }</b>
    { $unit } · { $reporter }　reported { TIME($at) }
    { $client }

    { $text }
incidents-told-read =
    🚨 <b>Incident: { $sort }</b>
    { $unit } · { $reporter }　{ TIME($at) }

    { $text }

    ✓ You read it at { TIME($read) }
incidents-read = ✅ Read
incidents-thanks = The reporter has been told
incidents-receipts =
    🚨 { $sort }: { $read } of { $count } have read it
    { $lines }
incidents-receipt-read = ✓ { $name } { TIME($at) }
incidents-receipt-unread = … { $name } not yet
incidents-too-short = A few more words, please: which client, and what happened.
incidents-nobody-hears = Nobody above you can be told right now. Please call, and ask the administrator to name a head.
incidents-already-read = You confirmed this at { TIME($at) }.
help-incidents-start = Report something grave at a client's
