# ---- what is asked
outings-ask-client = Which client? Tap one, or simply say it: “visit Dingsheng re plant, back 16:30”.
outings-which-client = Which of them? Tap one; if it is none of these, give more of the name.
outings-unknown-client = None of your clients is called “{ $name }”. If it is a new lead, tap the button; otherwise give the name, code or first letters again.
outings-is-lead = New lead: { $name }
outings-new-lead = ➕ New lead
outings-ask-lead = What is the new lead called? The name of the firm or the person will do.
outings-ask-matter = What for, at { $whom }? Tap one, or write it in your own words.
outings-ask-place = Where do you meet { $whom }? Tap the button, or write the place.
outings-ask-return =
    { $legs }
    When will you be back? Tap one, or write a time such as “16:30” or “half past four”.
outings-ask-reason = That is later than { TIME($hour) }. Why? Tap one, or write it.
outings-not-understood-client = I could not tell which client. Please give the name, the code or the first letters.
outings-not-understood-lead = Please write the name of the new lead.
outings-not-understood-matter = Please write what you are going for, e.g. “see the plant”.
outings-not-understood-place = Please write where you meet.
outings-not-understood-return = I could not find a time in that. Please write something like “16:30”, “half past four” or “in two hours”.
outings-not-understood-reason = Please write why you will be late; a few words are enough.
outings-not-understood-card = I could not tell what to change. Write “back 17:00” or “no, Huafeng”, or use the buttons above; to confirm, tap “Confirm”.

# ---- the card
outings-card =
    📋 <b>Going out: is this right?</b>
    { $legs }
    Leaving: { $depart }
    Back: { TIME($back) }{ $reason }
    { $next }
outings-card-tells = Confirming registers it and tells your supervisor. Anything wrong? Just write it.
outings-card-waits = Confirming asks your supervisor; leave once they agree. Anything wrong? Just write it.
outings-leg = · <b>{ $whom }</b>: { $matter } ({ $place })
outings-lead-name = { $name } (new lead)
outings-somebody = the client
outings-no-matter = no matter given
outings-at-theirs = client's place
outings-now = now
outings-at = { TIME($at) }
outings-on-day-at = { DAY($at) } { TIME($at) }
outings-after-consent = after consent
outings-because = {" "}({ $reason })
outings-button = { $text }
outings-time = { TIME($at) }
outings-confirm = ✅ Confirm
outings-redo-client = Client
outings-redo-matter = Matter
outings-redo-return = Time
outings-discard = Don't register
outings-dropped = All right, nothing was registered.
outings-card-over = This card is done with or void. Please look at the newest message.
outings-matter-visit = routine visit
outings-matter-check = post-lending check
outings-matter-papers = papers
outings-matter-sell = new business
outings-why-client = client only free late
outings-why-far = long way
outings-why-several = several clients
outings-why-told-there = told only at the client's, after the hour: { $matter }

# ---- an outing that was told
outings-card-out =
    🚗 <b>Registered: you are out</b>
    { $legs }
    Left: { $depart }
    Back: { TIME($back) }{ $reason }
    { $told }{ $late }
outings-card-declared =
    🗓 <b>Registered, not left yet</b>
    { $legs }
    Leaving: { $depart }
    Back: { TIME($back) }{ $reason }
    { $told }
outings-card-waiting =
    ⏳ <b>Asked for; leave once your supervisor agrees</b>
    { $legs }
    Leaving: { $depart }
    Back: { TIME($back) }{ $reason }
    { $told }
outings-told-to = { $name } has been told.
outings-nobody-told = No supervisor can be reached here just now; please tell them in person or by phone.
outings-late-mark = {" "}(told after leaving)
outings-change = ✏️ Change
outings-cancel = Call it off
outings-depart = 🚗 Leaving now
outings-back = 🏢 I am back

# ---- to the supervisor
outings-told =
    🚗 <b>{ $name }</b> is out{ $late }
    { $legs }
    Leaving { $depart }, back { TIME($back) }{ $reason }
outings-asks =
    🙋 <b>{ $name }</b> asks to go out{ $late }
    { $legs }
    Leaving { $depart }, back { TIME($back) }{ $reason }
outings-agree = ✅ Agree
outings-decline = ✋ Decline

# ---- coming back: the rule's own sentences
outings-return-soon = ⏰ Please be back by { TIME($at) }. If you can't, one tap gives you longer, with the reason; if you are back, tap “I am back”.
outings-return-due = ⏰ It is { TIME($at) } and you have not said that you are back. If you are, tap “I am back”; if not, please extend with a reason.
outings-leaving-now = It is time to leave as planned.
outings-when-back = You did not say when you came back on { DAY($day) }. What time was it?

# ---- why not
outings-already-declared = This outing has been registered already.
outings-already-out = You have been out since { TIME($since) }. To add or change a client, tap “Change”; if you are back, tap “I am back”.
outings-overlaps = You have registered another outing from { TIME($since) } that overlaps. Change or call off that one first, or choose another time.
outings-on-leave = You are on leave (until { DAY($until) } { TIME($until) }) and can't go out. To end your leave early, please see your supervisor first.
outings-on-duty = You are on desk duty today and can't go out. Use /duty to swap with a colleague first.
outings-departure-past = That departure is not today. Give a time of today, or none at all to leave now.
outings-return-past = That time has passed. Please give one still to come.
outings-return-before-departure = You must come back after leaving ({ TIME($departure) }). Please give another time.
outings-return-other-day = An outing ends the same day. Please give a time on that day.
outings-return-too-late = { TIME($latest) } is the latest. Please give an earlier time.
outings-incomplete = Something is still missing; please answer the question above.
outings-too-many-stops = An outing has at most { $most } clients; please make it two.
outings-client-twice = The same client stands there twice; once is enough.
outings-own-consent = Somebody else has to agree to your own outing.
outings-needs-no-consent = This outing needs no consent; it is registered.
outings-already-agreed = You agreed at { TIME($at) } already.
outings-already-declined = You declined at { TIME($at) } already.
outings-over = This outing is over.
outings-decline-needs-reason = Please say why not; a few words are enough.
outings-not-declared = This outing has not been registered yet.
outings-waiting = Your supervisor has not agreed yet. If it is urgent, please call.
outings-cancel-after-arrival = You have been at a client, so it can't be called off; say “back” when you are.
outings-cancel-needs-reason = Please say why it is off; a few words are enough.
outings-already-back = You came back at { TIME($at) }.
outings-not-out = You are not registered as out. To go out, simply say “visit Dingsheng re plant, back 16:30”.
outings-back-before-leaving = The departure is still to come. If the trip is off, tap “Call it off”.
outings-stop-over = That client has been visited or dropped and can't be changed.
outings-change-needs-reason = A change needs a reason; a few words are enough.
outings-nothing-changed = That is what it was; nothing changed.
outings-cancel-instead = This is the only client; if the trip is off, tap “Call it off”.
outings-extended-enough = You have extended { $times } times; please come back, or call your supervisor.
outings-extension-needs-reason = Please say why; a few words are enough.
outings-extension-adds-nothing = You have until { TIME($hour) } anyway.

help-outings-declare = go out
outings-departure-other-day = The departure must be later than now and on the day of the outing. For another day cancel and declare again.
outings-errand = Errand
