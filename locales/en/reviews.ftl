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
