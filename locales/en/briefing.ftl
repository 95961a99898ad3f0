briefing-morning =
    ☀️ <b>Good morning, { $name }</b> { DAY($day) }
    { $lines }
briefing-late =
    ☀️ <b>Hello { $name }</b> { DAY($day) } (late: the system came back only now)
    { $lines }
briefing-broken =
    ☀️ Good morning, { $name } { DAY($day) }
    Your list could not be made today; it is recorded and will be looked into. Meanwhile /plan and /credit show what is planned and due.
briefing-list =
    📋 <b>To do</b> { DAY($day) } (as of { TIME($at) }){ $dealt }
    { $lines }
briefing-dealt = { " " }– { $count } dealt with today
briefing-on-duty = 🪑 You have desk duty today
briefing-notice = 📣 { $words }
briefing-visits = 🚗 Today's visits:
briefing-visit = { " " }{ $number }) { $client }
briefing-visit-at = { " " }{ $number }) { TIME($at) } { $client }
briefing-count = 📌 <b>To do: { $count }</b>{ $new ->
        [0] {""}
       *[other] {" "}(🆕 { $new } new)
    }
briefing-nothing = ✅ Nothing is due today.
briefing-line = { $number }. { $about }{ $instead }: { $reasons }
briefing-line-new = { $number }. 🆕 { $about }{ $instead }: { $reasons }
briefing-own = yours
briefing-instead = { " " }(for { $name })
briefing-two = { $first }; { $second }
briefing-three = { $first }; { $second }; { $third }
briefing-more = … and { $count } more: tap to see them
briefing-no-words = (no words)

briefing-reason-rating-notice = rating expires in { $days } days, give notice
briefing-reason-rating-notice-past = rating expired { $days } days ago
briefing-reason-rating-window = rating expires in { $days } days, renewal can start
briefing-reason-rating-window-past = rating expired { $days } days ago, renewal not started
briefing-reason-rating-file = rating expires in { $days } days, file it now
briefing-reason-rating-file-past = rating expired { $days } days ago, not filed
briefing-reason-line-notice = credit line expires in { $days } days, give notice
briefing-reason-line-notice-past = credit line expired { $days } days ago
briefing-reason-line-file = credit line expires in { $days } days, file the new one
briefing-reason-line-file-past = credit line expired { $days } days ago, the new one is not filed
briefing-reason-loan-notice = loan falls due in { $days } days, tell the client
briefing-reason-loan-notice-past = loan overdue for { $days } days
briefing-reason-relend-talk = loan falls due in { $days } days, talk about relending
briefing-reason-relend-talk-past = loan overdue for { $days } days, relending not discussed
briefing-reason-interest = interest is taken in { $days } days, check the balance
briefing-reason-interest-past = interest day was { $days } days ago, not confirmed
briefing-reason-reconciliation = reconciliation in { $days } days, remind the client
briefing-reason-reconciliation-past = reconciliation was { $days } days ago, not confirmed
briefing-reason-on-site = last on-site visit { $days } days ago
briefing-reason-on-site-never = never visited on site
briefing-reason-visit = last visit { $days } days ago
briefing-reason-visit-never = never visited
briefing-reason-phone = last contact { $days } days ago
briefing-reason-phone-never = never contacted
briefing-reason-analysis = last analysed { $days } days ago
briefing-reason-analysis-never = not analysed this quarter
briefing-reason-birthday = birthday in { $days } days
briefing-reason-birthday-today = birthday today
briefing-reason-important-day = an important day in { $days } days
briefing-reason-important-day-today = an important day today
briefing-reason-follow-up = follow up: { $words }
briefing-reason-follow-up-past = follow-up { $days } days late: { $words }
briefing-reason-follow-up-at = { TIME($at) } follow up: { $words }
briefing-reason-promise = promised: { $words }
briefing-reason-promise-past = promised for { DAY($day) }: { $words }
briefing-reason-promise-at = promised for { TIME($at) }: { $words }
briefing-reason-next-step = next step: { $words }
briefing-reason-next-step-past = next step of { DAY($day) }: { $words }
briefing-reason-next-step-at = { TIME($at) } next step: { $words }
briefing-reason-planned-visit = visit planned today
briefing-reason-planned-visit-past = visit planned for { DAY($day) }, not made
briefing-reason-planned-visit-at = visit at { TIME($at) }
briefing-reason-call = call: { $words }
briefing-reason-call-past = call of { DAY($day) } not made: { $words }
briefing-reason-call-at = { TIME($at) } call: { $words }
briefing-reason-task = task: { $words }
briefing-reason-task-past = task of { DAY($day) }: { $words }
briefing-reason-task-at = { TIME($at) } task: { $words }
briefing-reason-reminder = reminder: { $words }
briefing-reason-reminder-past = reminder of { DAY($day) }: { $words }
briefing-reason-reminder-at = { TIME($at) }: { $words }
briefing-reason-record-owed = record of { DAY($day) } not written
briefing-reason-record-owed-past = record of { DAY($day) } not written
briefing-reason-record-returned = record of { DAY($day) } to be completed
briefing-reason-record-returned-past = record of { DAY($day) } to be completed

briefing-detail =
    🔎 <b>{ $about }</b> line { $position } of { $total }: { $urgency } (weight { $weight })
    { $lines }

    First what can't wait, then what is due, then what is behind its rhythm, last what has only just opened; within each what is new, then what weighs most.
briefing-urgency-now = can't wait
briefing-urgency-due = due
briefing-urgency-behind = behind its rhythm
briefing-urgency-ahead = lead time has begun
briefing-why-line = ▫️ { $reason }
    { " " }{ $rule }, by { DAY($due) }: { $satisfied }
briefing-why-rating-notice = tell the client about the renewal and tick "notice sent" on its card.
briefing-why-rating-window = start the renewal within 60 days of expiry and tick it on the card.
briefing-why-rating-file = file it half a month before expiry and tick it on the card.
briefing-why-line-notice = tell the client about the renewal and tick "notice sent" on its card.
briefing-why-line-file = file the new line a month before expiry; note the CLPM number on the card.
briefing-why-loan-notice = tell the client to prepare funds a month ahead; tick it on the card.
briefing-why-relend-talk = talk about relending in time; tick it on the card.
briefing-why-interest = check the balance and remind the client; tick it on the card.
briefing-why-reconciliation = remind the client to reconcile; tick it on the card.
briefing-why-follow-up = contact the client and note what came of it.
briefing-why-on-site = visit on site and hand in the record; a call does not count.
briefing-why-visit = visit the client and hand in the record; a call does not count.
briefing-why-phone = call, and tap "called"; meeting them counts too.
briefing-why-analysis = finish this quarter's analysis.
briefing-why-birthday = send greetings on the day.
briefing-why-important-day = send greetings on the day.
briefing-why-promise = keep what was promised, then tap "done" or note a contact.
briefing-why-next-step = do the next step of the record.
briefing-why-planned-visit = make the visit, or move it.
briefing-why-call = call, and tap "called".
briefing-why-task = tap "done" once it is done.
briefing-why-reminder = your own reminder: tap "done" once it is done.
briefing-why-record-owed = write all four parts of the record and hand it in.
briefing-why-record-returned = complete the record as your supervisor asked and hand it in.

briefing-phone = { $number } ☎️ called
briefing-done = { $number } ✅ done
briefing-later = { $number } ⏰ later
briefing-open = { $number } 🔎
briefing-phone-long = ☎️ Called (notes a phone contact)
briefing-done-long = ✅ Done
briefing-later-long = ⏰ Later
briefing-credit = 📄 { $what }: steps, and ticking them
briefing-plan = 📅 Plan a visit
briefing-not-needed = ✖️ Not needed
briefing-concerns = 📌 Notice { $number } concerns me: into my log
briefing-before = ⬅️ Before
briefing-rest = { $count } more ➡️
briefing-refresh = 🔄 Refresh
briefing-back = ⬅️ Back
briefing-until = { DAY($at) } { TIME($at) }
briefing-undo = ↩️ Take the call back

briefing-phone-words = Phone contact (from the morning list)
briefing-phoned = ☎️ The call is noted.
briefing-phoned-left = ☎️ The call is noted. What a call can't replace (visits, credit dates) is back tomorrow.
briefing-undone = Taken back; the line is on the list again.
briefing-done-noted = ✅ Done.
briefing-gone = That is not on the list any more; the list is up to date now.
briefing-later-when =
    ⏰ When shall we come back to it?
    { $line }
briefing-put-off = All right, again on { DAY($at) } { TIME($at) }.
briefing-again =
    ⏰ <b>It is time</b>
    { $line }
briefing-why-not =
    ✖️ Why is it not needed? Tap a reason, or write one.
    { $line }
briefing-no-elsewhere = done elsewhere
briefing-no-settled = the client has settled or left
briefing-no-mistaken = the information is wrong
briefing-dropped = All right, the reason is kept and the line is gone; a new due day brings it back.
briefing-concerns-noted = 📌 Put into today's log, under morning points.
briefing-concerns-already = It is in the log already.
