leave-kind-annual = Annual leave
leave-kind-personal = Personal leave
leave-kind-sick = Sick leave
leave-kind-maternity = Maternity leave
leave-kind-paternity = Paternity leave
leave-kind-marriage = Marriage leave
leave-kind-bereavement = Bereavement leave
leave-kind-work_injury = Work injury leave
leave-kind-compensatory = Compensatory leave
leave-kind-force_majeure = force majeure
leave-kind-other = Other leave
leave-span-day = { DAY($first) }
leave-span-am = { DAY($first) }, morning
leave-span-pm = { DAY($first) }, afternoon
leave-span-days = { DAY($first) }{ $start } to { DAY($last) }{ $end }
leave-span-hours = { DAY($start) } { TIME($start) }–{ TIME($end) }
leave-span-hours-across = { DAY($start) } { TIME($start) } to { DAY($end) } { TIME($end) }
leave-from-noon = {" "}afternoon
leave-until-noon = {" "}morning
leave-days-working = { $days } working days{ $why }
leave-days-calendar = { $days } calendar days{ $why }
leave-why = ; { $one }
leave-and = { $one }, { $other }
leave-why-make-up = { DAY($day) } is a make-up working day
leave-why-holidays = { $count } public holidays not counted
leave-why-weekend = { $count } weekend days not counted
leave-why-unknown = the holidays of { $year } are not published yet, so it will be counted again
leave-because =
    {""}
    Reason: { $reason }
leave-retroactive =
    {""}
    ⚠️ Asked afterwards: flagged as absence, and two people must agree
leave-standin-ready =
    {""}
    Work handed over: { $name } has accepted
leave-standin-asked =
    {""}
    Work handed over: { $name } (still to accept)
leave-no-account =
    {""}
    Balance: not kept here yet, HR will check
leave-balance =
    {""}
    Balance: { $before } days, { $after } afterwards
leave-ask-sort = What kind of leave?
leave-ask-when = When? Tap a day, or say it: "tomorrow afternoon", "10 to 12 August", "tomorrow 9:00 to 11:00".
leave-ask-half = Morning or afternoon?
leave-half-am = Morning
leave-half-pm = Afternoon
leave-on = { DAY($day) }
leave-person = { $name }
leave-ask-standin = Who takes your work meanwhile? Tap a colleague or write the name; it goes on once they accept. { $name }
leave-standin-unknown = There is no "{ $name }" in your unit. Who takes your work? Tap a colleague, or write the full name.
leave-card =
    <b>{ $kind }</b> ({ $name })
    { $span }
    { $days }{ $balance }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }
    { $decides }{ $two }{ $proof }
leave-decides = { $name } will decide
leave-nobody = Nobody can decide right now, please call your superior; the request stays.
leave-needs-two = , and the next level must agree too
leave-needs-proof =
    {""}
    Proof is needed; a photo or document may follow later
leave-confirm = ✅ Send
leave-redo-sort = Kind
leave-redo-when = Time
leave-redo-standin = Stand-in
leave-discard = ✖ Drop it
leave-dropped = All right, no leave was asked for.
leave-card-over = This card is over; start again with /leave.
leave-not-understood-sort = Please tap the kind of leave, or write "annual", "sick" and so on.
leave-not-understood-when = Please say when, such as "tomorrow afternoon" or "10 to 12 August", or tap a day.
leave-not-understood-half = Please tap morning or afternoon.
leave-not-understood-standin = I can't find that colleague; please tap one or write the full name.
leave-not-understood-card = Please say the new time, kind or stand-in, or tap "Send".
leave-problem-impossible_date = There is no such day or hour. Please say it again, or tap a day.
leave-problem-weekday_mismatch = The date and the weekday do not match. Please give the date alone, or tap a day.
leave-problem-end_before_start = It must end after it starts. Please say it from start to end, such as "8 to 10 August".
leave-sent =
    📨 Leave asked for ({ $name })
    <b>{ $kind }</b>, { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $told }
leave-told = Sent to { $name }
leave-told-standin = Waiting for { $name } to take the work; then it is sent on.
leave-overview =
    🌴 <b>My leave</b>
    { $lines }
    To ask for leave tap a kind, or say one sentence, such as "personal leave tomorrow afternoon, cover by Zhang Min".
leave-none-yet = No leave so far.
leave-left = { $kind }: { $days } days left
leave-history = { $kind }, { $span }, { $days } days, { $status }{ $kept }
leave-status-submitted = waiting
leave-status-handover_needed = waiting for the stand-in
leave-status-handover_ready = waiting
leave-status-approved = approved
leave-status-declined = declined
leave-status-active = on leave
leave-status-ended = over
leave-status-withdrawn = withdrawn
leave-status-cancelled = cancelled
leave-withdraw = ↩️ Withdraw { DAY($day) }
leave-come-back = Come back now
leave-cancel = Cancel it all
leave-prove = 📎 Send proof { DAY($day) }
leave-withdrawn =
    ↩️ Withdrawn ({ $name })
    { $kind }, { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-change-asked =
    Asked to end earlier ({ $name })
    { $kind }, { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $told }
leave-ask-proof = Please send a photo or a document as proof, or say "cancel" and send it later.
leave-proof-kept = 📎 The proof is kept.
leave-proof-later = All right, send it later; /leave finds it.
leave-proof-missing = 📎 The leave of { $span } still needs its proof.
leave-handover-asks =
    🤝 { $name } asks you to take over
    { $kind }, { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }
leave-handover-accept = ✅ I take it
leave-handover-refuse = I can't
leave-handover-why = Why not? One sentence; your colleague will see it.
leave-handover-yours =
    ✅ You take over from { $name }
    { $kind }, { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-handover-not-yours =
    You do not take over from { $name }
    { $kind }, { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-standin-said-yes =
    🤝 { $by } takes your work over ({ $name })
    { $kind }, { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $told }
leave-standin-said-no =
    { $by } cannot take over ({ $span }): { $why }
    Please tap another colleague, or withdraw with /leave.
leave-you-are-away = You are away then yourself. Please tap "I can't".
leave-asks =
    🌴 <b>{ $name }</b> asks for { $kind }
    { $span }
    { $days }{ $balance }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }{ $affected }
    { $overlap }
    { $present }
leave-asks-again =
    ⏰ <b>{ $name }</b> still waits for { $kind } (asked { DAY($since) } { TIME($since) })
    { $span }
    { $days }{ $balance }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }{ $affected }
    { $overlap }
    { $present }
leave-approve = ✅ Approve
leave-decline = ✋ Decline
leave-other-away = Also away: { $name }, { $span }
leave-other-asks = Also asking: { $name }, { $span }
leave-nobody-else = Nobody else is away then
leave-present = { $count } of { $most } others present
leave-too-few = ⚠️ Only { $count } of { $most } others present, fewer than required
leave-open-records = { $count } visit records still to be written
leave-nothing-open = Nothing falls into it that must be handed over
leave-ask-why-no = Why not? Tap one or write it; your colleague will see it.
leave-why-no-staff = Not enough people that day
leave-why-no-quarter = No leave at the end of the quarter
leave-why-no-talk = Please talk to me first
leave-decline-needs-reason = A refusal needs a reason; one sentence will do.
leave-verdict-approved = ✅ Approved by { $by }{ $acting }, { DAY($at) } { TIME($at) }{ $reason }
leave-verdict-declined = ✋ Declined by { $by }{ $acting }, { DAY($at) } { TIME($at) }: { $reason }
leave-verdict-first = ☑️ { $by } agreed, { DAY($at) } { TIME($at) }; the next level must agree too
leave-verdict-withdrawn = ↩️ Withdrawn, { DAY($at) } { TIME($at) }
leave-acting = {" "}(for { $name })
leave-decided =
    <b>{ $name }</b>, { $kind }
    { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $verdict }
leave-your-outcome =
    { $verdict }
    { $kind }, { $span } ({ $name })
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-approved-already = { $by } approved it already, { DAY($at) } { TIME($at) }.
leave-declined-already = { $by } declined it already, { DAY($at) } { TIME($at) }.
leave-somebody-was-first = Somebody has just dealt with it; please look at the updated message.
leave-second-must-differ = You have agreed already; somebody else must agree now.
leave-next-level = Your level has agreed already; the next level up must agree now.
leave-not-oneself = Nobody decides on their own leave; it goes to your superior.
leave-over = The time of this leave is over; it must be asked for again as afterwards.
leave-wish-cancel = wants to cancel it all
leave-wish-back = wants to be back from { DAY($at) } { TIME($at) }
leave-change-asks =
    <b>{ $name }</b> { $wish }
    { $kind }, { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-change-agree = ✅ Agree
leave-change-refuse = ✋ No
leave-change-over = This change was dealt with already.
leave-change-yes = ✅ { $by } agreed at { TIME($at) } that it ends earlier
leave-change-no = ✋ { $by } said no at { TIME($at) }: it stays as it was
leave-end-before-start = It must end after it starts. Please say it from start to end, such as "8 to 10 August".
leave-not-for-you = Your role may not take this kind; please choose another.
leave-past-year = Leave of { $year } can't be asked for any more, HR can help; or give a date of this year.
leave-much-too-long = One request may hold { $most } days at most; please make it shorter.
leave-nothing-worked = Nothing is worked then ({ DAY($first) }), so no leave is needed. Please give working days.
leave-longer-than-type = This kind runs {$most} days at most, and you asked for { $days }. Please make it shorter, or change the kind.
leave-unit-too-small = This kind is not granted in such small pieces; please change the kind, or ask for whole days.
leave-overlaps = You have leave then already ({ DAY($first) } to { DAY($last) }). Please choose another time, or withdraw it first with /leave.
leave-worked-then = A visit of yours is recorded on { DAY($at) } at { TIME($at) }. Please choose another time.
leave-standin-self = You can't be your own stand-in; please choose a colleague.
leave-standin-away = That colleague is away then too; please choose another.
leave-not-enough = Not enough left: { $days } days wanted, { $left } there. Please make it shorter, or choose another kind.
leave-too-soon = This kind must be asked for { $days } days before; please choose a later day, or another kind.
leave-is-submitted = This request still waits for a decision.
leave-is-handover_needed = This request still waits for the stand-in.
leave-is-handover_ready = This request still waits for a decision.
leave-is-approved = This leave is approved already.
leave-is-declined = This leave was declined.
leave-is-active = The leave is running; use /leave to come back earlier.
leave-is-ended = This leave is over.
leave-is-withdrawn = It was withdrawn, nothing more to do.
leave-is-cancelled = This leave was cancelled.
leave-handover-open = Nobody has taken the work over yet, so it can't be approved.
leave-handover-done = That was answered already.
leave-not-asked = You are not asked about this one.
leave-has-begun = It has begun and can't be withdrawn; use /leave to come back earlier.
leave-not-yours = This is not your leave.
leave-not-running = This leave is not running; /leave shows how it stands.
leave-change-not-shorter = It can only be made shorter; to stay longer please ask again.
leave-begins =
    🤝 From now on you stand in for { $name }
    { $kind }, { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }
leave-back =
    👋 Welcome back. While you were away:
    { $lines }{ $standin }{ $kept }{ $coming }
leave-seen = { DAY($day) }: { $by } visited { $whom }
leave-nothing-happened = Nobody visited your clients, and no record is owed
leave-ask-standin-back =
    {""}
    { $name } stood in for you; please take your work back.
help-leave-ask = Leave: ask, balance, progress
leave-quarter-end = ⚠️ In the last { $days } days of a quarter: leave is blocked then, only { $name } may override it
leave-next-level-up = the next level up
leave-piece-outing = · { DAY($day) } outing: { $whom } { $plan }
leave-piece-agenda-planned-visit = · { DAY($day) } visit: { $whom }{ $text } { $plan }
leave-piece-agenda-next-step = · { DAY($day) } next step: { $whom }{ $text } { $plan }
leave-piece-agenda-promise = · { DAY($day) } promised: { $whom }{ $text } { $plan }
leave-piece-agenda-call = · { DAY($day) } call: { $whom }{ $text } { $plan }
leave-piece-agenda-task = · { DAY($day) } task: { $whom }{ $text } { $plan }
leave-piece-agenda-reminder = · { DAY($day) } reminder: { $whom }{ $text } { $plan }
leave-piece-duty = · { DAY($day) } desk duty { $plan }
leave-piece-credit-rating = · { DAY($day) } rating ends: { $whom } { $plan }
leave-piece-credit-line = · { DAY($day) } credit line ends: { $whom } { $plan }
leave-piece-credit-loan = · { DAY($day) } loan due: { $whom } { $plan }
leave-piece-credit-interest = · { DAY($day) } interest day: { $whom } { $plan }
leave-piece-credit-reconciliation = · { DAY($day) } reconciliation: { $whom } { $plan }
leave-piece-record = · visit of { DAY($day) }: record to be written, { $whom } { $plan }
leave-plan-give = → { $name }
leave-plan-postpone = → after the leave
leave-plan-close = → not done
leave-plan-open = → nobody yet
leave-more-pieces = … and { $count } more
leave-whom-and = { $one }, { $other }
leave-affected =
    {""}
    👥 { $count } clients notice: { $names }
leave-affected-promised = { $whom } (promised)
leave-affected-expiring = { $whom } (expiring)
leave-affected-due = { $whom } (planned)
leave-pieces-look = 📋 Hand over piece by piece ({ $count })
leave-pieces =
    <b>What falls into your leave</b>
    { $lines }
    Tap one to change what becomes of it.
leave-piece-number = { $place } · { DAY($day) }
leave-piece-ask =
    { $piece }
    Who takes it? Or tap what becomes of it.
leave-choose-postpone = ⏳ After the leave
leave-choose-close = ✖ Not done at all
leave-pieces-back = ‹ Back
leave-pieces-done = ✅ Done
leave-question-open =
    {""}
    ❓ Asked back: { $question } (no answer yet)
leave-question-answered =
    {""}
    ❓ { $question }
    💬 { $answer }
leave-protected =
    {""}
    🛡 Protected until { DAY($day) } (L18): the grade before the leave stays
leave-ask-back = ❓ Ask first
leave-ask-question = What would you like to know? One sentence; your colleague will see it.
leave-question-sent = Asked { $name }; the card comes back with the answer.
leave-question-empty = Please write your question in one sentence.
leave-questioned = ❓ { $by } asks about your leave ({ $span }): { $question }
leave-answer = 💬 Answer
leave-ask-answer =
    { $question }
    Please answer in one sentence.
leave-answer-sent = 💬 Thank you. { $told }
leave-answer-kept = 💬 Thank you; it goes along once your stand-in has agreed.
leave-answer-missing = ❓ Your leave waits for your answer: { $question }
leave-answered = You have answered that already.
leave-not-questioned = Nobody has asked you anything about this one.
leave-recounted =
    📅 The calendar of that year is published now. { $name }: { $kind }, { $span }
    { $days } (before: { $before })
leave-back-done = { $what }: done by { $by } { $outcome }
leave-back-dropped = { $what }: dropped by { $by } { $outcome }
leave-due-next =
    {""}
    Due in the next days:
leave-proof-came = 📎 Proof of { $who } for { $span }
leave-status-closed = over, reported back
leave-is-closed = You have reported back from this leave already.
leave-report-back = ✅ I am back at work
leave-closed = ✅ Reported back ({ $span }), { DAY($at) } { TIME($at) }
leave-reported-back = 👋 { $who } is back at work ({ $span })
leave-standin-silent = { $names } has not answered yet about your leave ({ $span }); asked again.
