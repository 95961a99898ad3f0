records-visit = <b>{ $client }</b>  { DAY($arrived) } { TIME($arrived) }–{ TIME($left) }
records-visit-open = <b>{ $client }</b>  { DAY($arrived) }, since { TIME($arrived) }

records-which = { $count } visits have no record yet. Which one first?
records-write = 📝 { $client } { TIME($at) }
records-mend = ↩️ Add to: { $client } { TIME($at) }
records-ask-all =
    { $visit }
    Please write in one message: whom you met (department, position), why you went, how it turned out, and what comes next.
    I ask for what is missing. Numbers are hidden by themselves.
records-one-by-one = Ask me one by one
records-no-visit = There was no visit today, so no record is due. Check in first when you are at a client's; for a phone call one line with /contact will do.
records-none-owed = All your visits have their record. Thank you.
records-change-latest = ✏️ Change: { $client }
records-put-aside = All right, later. What you wrote is kept; tap “Record” to go on.

records-ask-who =
    { $known }
    ❓ Whom did you meet? Name, department and position, please.
records-ask-purpose =
    { $known }
    ❓ What was the main purpose, and what did you hope for?
records-ask-result =
    { $known }
    ❓ How did it turn out? What did you learn?
records-ask-next-step =
    { $known }
    ❓ What comes next, and when?
records-ask-anew =
    Please say “{ $name }” again. Now it is:
    { $text }
records-name-who = whom
records-name-purpose = purpose
records-name-result = result
records-name-next-step = next step
records-empty = (empty)
records-not-understood = I can't tell which part this changes: "{ $text }". It stays with your words as said; to write it into the record tap below; if all is well tap "Save" on the card.
records-which-sum = The record holds several sums: { $sums }. Please say which one, like "change { $first } to …".

records-card =
    📝 { $visit }
    { $lines }
records-block-who = <b>Whom</b>  { $text }
records-block-purpose = <b>Purpose</b>  { $text }
records-block-result = <b>Result</b>  { $text }
records-block-next-step = <b>Next step</b>  { $text }
records-line-new-version = Saving makes this version { $version }; the earlier one is kept.
records-line-will-be-late = ⏰ The day's deadline has passed: saved now, it is marked late.
records-save = ✅ Save
records-fix-who = ✏️ Whom
records-fix-purpose = ✏️ Purpose
records-fix-result = ✏️ Result
records-fix-next-step = ✏️ Next step
records-kind-routine = routine
records-kind-business = business
records-way-on-site = on site
records-way-outlet-reception = at our outlet
records-way-group-event = at an event
records-kind-as = Kind: { $kind }
records-way-as = Held: { $way }
records-line-sort = 🏷 { $kind }, { $way }
records-elsewhere = 🔁 Other client or visit
records-discard = 🗑 Discard

records-handed-in = Saved and handed in.
records-handed-in-late = Saved and handed in, marked late.
records-saved =
    ✅ Handed in  { $visit }
    { $lines }
    { $owed }
records-still-owed = { $count ->
    [one] One more visit has no record yet; tap “Record” to go on.
   *[other] { $count } more visits have no record yet; tap “Record” to go on.
 }
records-line-version = Version { $version }
records-line-late = ⏰ Late: first handed in { DAY($at) } { TIME($at) }
records-line-reviewed = 👁 Read by your supervisor ({ DAY($at) } { TIME($at) })
records-line-returned = ↩️ Sent back for more ({ DAY($at) } { TIME($at) })
records-line-opinion = 💬 { $opinion }
records-line-ticked = ☑️ Entered in PCRM ({ DAY($at) } { TIME($at) })
records-tick = ☑️ Entered in PCRM
records-ticked = Noted.
records-change = ✏️ Change
records-change-which =
    { $visit }
    { $lines }

    Which part? The change becomes a new version; the earlier one is kept.
records-mend-which =
    { $visit }
    { $lines }

    Which part will you add to?
records-discarded = Discarded, nothing was saved. This visit still needs its record.
records-discarded-change = The change was discarded; the earlier version stands.

records-which-other = Which visit is this record about?
records-moved = Moved to the other visit; see the next message.
records-no-other-visit = There is no other visit to choose.

records-owed = · { $client }, { DAY($at) } { TIME($at) }
records-returned = ↩️ { $client }, { DAY($at) } { TIME($at) } (sent back)
records-owed-soon =
    📝 Records still to be written: { $count }. Until { TIME($until) } they are in time:
    { $lines }
records-missing =
    📝 Records not written: { $count }. Their day's deadline has passed; written now, they are marked late:
    { $lines }

records-not-yours = Only whoever made the visit can write its record.
records-block-too-long = That part is too long; please keep it within { $longest } characters.
records-nothing-changed = It says the same as before; nothing was changed.
records-already-submitted = This record was handed in already and nothing is waiting to be saved. To change it, tap “Change”.
records-incomplete = Something is still missing; complete it, then save.
records-own-review = Nobody reviews their own record; the next level up or the deputy can.
records-already-reviewed = This record was reviewed already ({ DAY($at) } { TIME($at) }).
records-not-submitted = This record has not been handed in yet.
records-return-needs-reason = Please say what is still wanted.
records-already-ticked = Already marked as entered in PCRM ({ DAY($at) } { TIME($at) }).
records-dropped-already = That record is gone. Tap “Record” to write it anew.

help-records-start = write a visit's record
