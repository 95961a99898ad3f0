reviews-record =
    📄 Visit record by <b>{ $name }</b>
    { $visit }
    { $lines }
reviews-sign = 👁 Read
reviews-opine = 💬 Sign an opinion
reviews-send-back = ↩️ Send back
reviews-signed = Signed; the writer hears of it.
reviews-ask-opinion = Please write your opinion for { $name } in one message.
reviews-ask-wanted = What should { $name } add? One message, please.
reviews-sent-back = Sent back to { $name }.
reviews-returned-to-you =
    ↩️ { $name } asks you to add to your visit record
    { $visit }
    💬 { $wanted }
reviews-mend = ✏️ Add to it
reviews-signed-for-you =
    👁 { $name } has read your visit record
    { $visit }
    { $lines }
reviews-decided-meanwhile = Something changed just now; please open the record again.
reviews-newer-version = There is a newer version; please open the record again.
reviews-not-yours = Auditors read and do not sign. The writer's supervisor can.
reviews-phrase-agree = ✅ Agreed, go ahead
reviews-phrase-clear = 👍 A clear record
reviews-task-next = 📌 Next step as tomorrow's task
reviews-task = 📌 Another task
reviews-next = Next ▶
reviews-queue = 📚 Queue
reviews-ask-task = Please say tomorrow's task for { $name }, typed or spoken.
reviews-task-given = It stands in the next working day of { $name }.
reviews-task-there = You have set a task from this visit already.
reviews-task-for-you =
    📌 { $name } has a task for you on { DAY($day) }
    { $text }
reviews-words-agree = Agreed, go ahead
reviews-words-clear = A clear record
