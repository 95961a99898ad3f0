visits-send-place = 📍 Send location
visits-no-place = No location

visits-where =
    { $lines }
    Please tap “📍 Send location” below, or “No location” if the phone can't find itself.
visits-where-here = You checked in at { $client } at { TIME($since) } and have not left yet.
visits-where-next = Next stop: <b>{ $client }</b>
visits-where-unplanned = All planned clients are done. You can check in elsewhere too; it will be marked “not planned”.
visits-where-undeclared = No outing is declared today. Send the location first if you like, and I will help you declare it along with it.
visits-where-again = Please tap “📍 Send location”; without one tap “No location”, or write “arrived at Dingsheng”.
visits-phone-needed = Telegram on a computer can't send a location; it only sent the words on the button. Please tap “📍 Send location” on your phone. If the phone can't either, tap “No location”, or just say “arrived at Dingsheng”.

visits-card =
    📍 <b>{ $client }</b>　checked in { TIME($at) }
    { $lines }

visits-whom = Which client have you arrived at? Tap one, or type the name.
visits-whom-type = Which client have you arrived at? Please type the name or code.
visits-whom-undeclared = No outing is declared yet; your location is kept. Which client have you arrived at? Tap one or type the name, and I will declare it and check you in.
visits-whom-undeclared-type = No outing is declared yet. Which client have you arrived at? Please type the name or code, and I will declare it and check you in.
visits-choice-planned = { $client }
visits-choice-planned-away = { $client } ({ $away })
visits-choice-unplanned = { $client } (not planned)
visits-choice-unplanned-away = { $client } (not planned, { $away })
visits-choice-near = { $client }
visits-choice-near-away = { $client } ({ $away })
visits-choice-lead = New lead “{ $lead }”
visits-still-here = Still at { $client }
visits-whom-first = This arrival is not checked in yet: first say which client it is (tap a button above or type the name), then that you leave; write “never mind” to drop it.
visits-given-up = All right, nothing was checked in.
visits-new-lead = None of your clients is called “{ $lead }”. If this is a new lead, tap the button; if not, please type the name or code again.
visits-declare-now = No outing is declared yet. What are you at <b>{ $client }</b> for? One tap declares it and checks you in (marked “declared after leaving”); you can also type it. If this is not the client, type the name.
visits-matter-routine = Routine call
visits-matter-business = Business
visits-matter-after-loan = After-loan check

visits-no-outing = No outing is declared yet. Send your location and I will declare it and check you in.
visits-outing-over = This outing is over. Before going out again please declare it: /out
visits-stop-dropped = This stop was taken off the plan. Please tap “Check in” and choose the client again.
visits-already-here = You checked in here at { TIME($since) }; once is enough. To leave, tap “Check out”.
visits-business-on-site = A business visit is held at the client's; for other ways choose a routine visit.
visits-already-left = It is already written down that you left at { TIME($at) }; nothing changed.
visits-left-before-arriving = You can't have left before checking in at { TIME($arrived) }; please give a later time.
visits-left-too-late = It can't have been after { DAY($latest) } { TIME($latest) }; please give an earlier time.
visits-stayed-too-long = A visit lasts { $longest } minutes at most; please give an earlier time.
visits-own-acceptance = Your own visits are for your supervisor to accept.
visits-already-accepted = It was already accepted at { TIME($at) }; nothing changed.
visits-no-point = This visit has no location (any more), so there is nothing to accept.

visits-when-left = When did you leave <b>{ $client }</b>? You checked in { DAY($arrived) } { TIME($arrived) } and never checked out. It will be kept as “corrected afterwards”.

help-visits-check_in = check in at a client
