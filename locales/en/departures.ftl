departures-left =
    👋 Left <b>{ $client }</b>: { TIME($arrived) }–{ TIME($at) }, { $minutes } min on site.
    { $lines }
departures-next = Next stop: { $client }. Tap “Check in” when you are there.
departures-no-more = That was the last client of this outing. Back at the office please tap “Back”.
departures-record-owed = You can write the visit record right now: whom you met, what for, what came of it, what next, all in one message.
departures-not-at-client = You are not checked in at a client. When you are there, tap “Check in”.

departures-moved-off = It looks as if you left { $client } at { TIME($at) }. Is that so?
departures-share-over = The live location at { $client } has ended. Have you left?
departures-gone-at = Yes, at { TIME($at) }
departures-gone = Just left
departures-still = Still here
departures-stays = Good, you are still at { $client }. Tap “Check out” when you leave.

departures-at-live = { TIME($at) } (live location)
departures-at-next-arrival = { TIME($at) } (next check-in)
departures-at-return = { TIME($at) } (return)
departures-at-usual = { TIME($at) } (usual stay)
departures-other-time = Another time
departures-ask-time = When did you leave { $client }? Please give the time, such as “16:20”, “4:20 pm” or “stayed 40 minutes”.
departures-time-unclear = I did not understand that time. Please write it like “16:20”, “4:20 pm” or “stayed 40 minutes”.
departures-corrected = Kept: <b>{ $client }</b> { TIME($arrived) }–{ TIME($at) }, { $minutes } min on site (corrected afterwards).
departures-line-left = 👋 left at { TIME($at) }, { $minutes } min on site
departures-line-corrected = 👋 left at { TIME($at) }, { $minutes } min on site (corrected afterwards)

help-departures-leave = check out from a client
