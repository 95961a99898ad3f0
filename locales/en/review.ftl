review-queue =
    📚 <b>To read</b>　records { $records }　missing { $missing }
    { $lines }
    { $logs }
review-queue-empty = Everything is read.
review-queue-line = { $number }. <b>{ $name }</b> { $client } { DAY($day) }: { $why }
review-queue-number = { $number }
review-queue-nudge = { $number } 📣 ask
review-queue-through = You have looked at everything for today.
review-queue-please =
    📣 { $name } asks you for the record of a visit
    { DAY($day) } { $client }
review-queue-write = 📝 Write now
review-queue-nudged = { $name } has been asked.
review-queue-came = The record has come in; please refresh.
review-queue-gone = { $name } is not here any more and was not asked.
review-why = 🔎 Why first: { $why }
review-why-and = { $one }; { $other }
review-why-none = nothing odd
review-why-contradicted = evidence contradicted
review-why-complaint = complaint nearby
review-why-missing = no record
review-why-copy = { $percent } % like an earlier record
review-why-weak = weak evidence
review-why-short-stay = short stay, long text
review-why-thin = long stay, hardly a word
review-why-late = late
review-why-unplanned = unplanned
review-why-no-next-step = next step without a day
review-why-sample = drawn by chance
help-review_queue-queue = Records to read
review-logs = 📓 Logs to read: { $count }
review-log-day = 📓 { $name } { DAY($day) }
review-log-week = 📓 { $name }, week of { DAY($day) }
review-log =
    📓 <b>{ $name }</b>: work log　{ DAY($day) }
    { $words }
    { $opinion }
review-log-signed-for-you =
    👁 { $name } has read your work log of { DAY($day) }
    💬 { $words }
