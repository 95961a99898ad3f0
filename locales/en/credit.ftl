help-credit-calendar = credit calendar: ratings, lines, loans, interest, statements; “/credit Dingsheng line ends 31 March 2027” enters one
credit-list =
    📆 Credit calendar: { $open } to do, { $all } in all
    { $lines }
credit-none = 📆 No rating, line, loan, interest day or statement is near. To enter one: “/credit Dingsheng line ends 31 March 2027, tier 2”.
credit-line-open = 🔔 <b>{ $client }</b> { $sort } { $left }: { $todo } by { DAY($by) } ({ $rule })
credit-line-late = ❗ <b>{ $client }</b> { $sort } { $left }: { $todo }, was due { DAY($by) } ({ $rule })
credit-line-quiet = ▫️ <b>{ $client }</b> { $sort } { $left }, next on { DAY($opens) }
credit-open-item = { $client } { $sort }
credit-open = 📆 deal with it
credit-before = ◀
credit-after = ▶
credit-sort-rating = rating
credit-sort-line = line
credit-sort-loan = loan
credit-sort-interest = interest
credit-sort-reconciliation = statement
credit-level-head-office = head office approves
credit-level-tier1 = tier-1 branch approves
credit-level-tier2 = tier-2 branch approves
credit-left-end-ahead = ends in { $days } days ({ DAY($on) })
credit-left-end-today = ends today ({ DAY($on) })
credit-left-end-past = ended { $days } days ago ({ DAY($on) })
credit-left-again-ahead = in { $days } days ({ DAY($on) })
credit-left-again-today = today ({ DAY($on) })
credit-left-again-past = { $days } days ago ({ DAY($on) })
credit-left-closed = closed on { DAY($on) }
credit-todo-notice = send the expiry notice
credit-todo-start = begin the rating
credit-todo-diligence = finish due diligence
credit-todo-file = file it for approval ({ $system })
credit-todo-renew = see that the new one is approved
credit-todo-notify = notify the client
credit-todo-talk = talk about repaying or renewing
credit-todo-repay = see it repaid or renewed
credit-todo-check = check the balance
credit-todo-remind = remind the client
credit-todo-taken = see whether it was taken in full
credit-todo-confirm = get the confirmation
credit-step-notice = expiry notice
credit-step-start = rating begun
credit-step-diligence = due diligence
credit-step-file = filed for approval ({ $system })
credit-step-renew = new one in force
credit-step-notify = client notified
credit-step-talk = talked about repaying or renewing
credit-step-repay = repaid
credit-step-relend = renewed
credit-step-check = balance checked
credit-step-remind = client reminded
credit-step-taken = taken in full
credit-step-short = not taken in full
credit-step-confirm = confirmed
credit-stage-done = ✅ { $step }
credit-stage-open = ▫️ { $step }: from { DAY($opens) }, by { DAY($by) } ({ $rule })
credit-stage-late = ❗ { $step }: was due { DAY($by) }, since { DAY($opens) } ({ $rule })
credit-tick-notice = ✔ notice sent
credit-tick-start = ✔ rating begun
credit-tick-diligence = ✔ due diligence done
credit-tick-file = ✔ filed in { $system }
credit-tick-renew = ✔ new one in force
credit-tick-notify = ✔ client notified
credit-tick-talk = ✔ talked about it
credit-tick-repay = ✔ repaid
credit-tick-relend = ✔ renewed
credit-tick-check = ✔ balance checked
credit-tick-remind = ✔ client reminded
credit-tick-taken = ✔ taken in full
credit-tick-short = ✖ not in full
credit-tick-confirm = ✔ confirmed
credit-card =
    📆 <b>{ $client }</b>　{ $sort } { $number }
    { $left }　{ $level }
    { $lines }
credit-ticked = Noted: { $step }
credit-untick = ↩ take back: { $step }
credit-unticked = Taken back: { $step }
credit-ask-file = What is its number in { $system }?
credit-without-number = no number
credit-no-number = All right, without a number.
credit-number-unclear = A number has letters, digits and - _ . / only, 40 at most. Please write it again, or tap “no number”.
credit-ask-renew = { $client }: until when does the new one run? For example “2027-03-31”.
credit-ask-relend = { $client }: when does the new loan fall due? For example “2027-03-31”.
credit-day-unclear = I can't read that day. Please write “2027-03-31” or “31 March 2027”.
credit-not-ticked = All right, nothing was noted.
credit-already-ticked = This step has been noted already.
credit-closed = This was closed on { DAY($on) }; nothing is left to do.
credit-no-such-step = This step is not one of such items.
credit-not-yet = The outcome can be noted on { DAY($on) } and after.
credit-needs-day = Please say when the new one ends.
credit-day-not-later = The new one must end after { DAY($before) }.
credit-changed = Somebody changed this a moment ago. Please open it again.
credit-nothing-to-undo = There is nothing to take back.
credit-not-your-tick = Only who noted it can take it back.
credit-undo-too-late = More than an hour has passed. The information clerk can put it right.
credit-short-told = ❗ { $who }: interest of <b>{ $client }</b> was not taken in full; arrears begin today (K12, T01).
credit-entry-ask-client = Which client? Write a name or a code.
credit-entry-which = Which one is it?
credit-entry-client = { $client }
credit-entry-ask-sort = { $client }: what is to be entered?
credit-entry-ask-level = Who approves it?
credit-entry-ask-day = When does it end? For example “2027-03-31”.
credit-entry-card =
    📝 Please check
    <b>{ $client }</b>　{ $sort } { $number }
    { DAY($on) }　{ $level }
credit-entry-confirm = ✅ enter
credit-entry-discard = 🗑 discard
credit-entry-dropped = All right, nothing was entered.
credit-entry-stored = ✅ entered
credit-entry-there = { $number } has been entered already. /credit shows it.
credit-entry-past = { DAY($on) } has passed. Please name today or a day to come.
credit-table-button = 📋 due table
credit-table-due =
    📋 <b>{ $unit }</b>, what ends { DAY($first) } – { DAY($last) }: { $count } (T02, K20)
    { $lines }
credit-table-none = 📋 <b>{ $unit }</b>: no rating, line or loan ends by { DAY($last) }.
credit-table-line = { DAY($on) }　<b>{ $client }</b> { $sort }　{ $who }
credit-table-line-past = ❗ { DAY($on) }　<b>{ $client }</b> { $sort } has ended　{ $who }
credit-table-nobody = nobody's
credit-table-more = … and { $count } more
credit-table-lapsed =
    ❗ Loans past their day and not repaid; please act today (T01)
    { $lines }
