said-show = 🗣 As said
said-words =
    { $visit }
    As said (numbers hidden):
    { $lines }
said-line-spoken = 🎙 { TIME($at) }　{ $text }
said-line-typed = ⌨️ { TIME($at) }　{ $text }
said-none = No words were kept with this record.
said-to-result = ➕ To the result
said-to-next-step = ➕ To the next step
said-use = 🗣 Use the words of { TIME($at) }: { $text }…
said-waits = What you said before is still here. Is it about this visit?
said-kept =
    🗣 Your words are kept. Today's records are all written:
    add this to the latest one, or note it as a call or message?
said-kept-no-visit =
    🗣 Your words are kept. There is no visit today yet, so they are no record.
    Check in at the client and I go on with them; for a call or message tap below.
said-add-to = ➕ To the record of { $client }
said-as-contact = ☎️ Note as a contact
said-forget = 🗑 Not needed
said-goes-to-contact = ☎️ Noted as a contact:
said-dropped = Fine, these words are not kept.
said-placed-already = These words have been dealt with already.
said-other-client = 🔁 This visit was at another client
said-belated = 📍 Add the visit to { $client }, then the record
said-was-visit = 📍 Noted as a visit told afterwards (marked so, without a location).
said-use-for = 📝 { $client } ({ DAY($at) })
said-which = 🗣 Your words are kept. No visit of today waits for a record; which one are they about?
