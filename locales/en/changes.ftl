changes-what = What changes?
changes-the-client = Client
changes-the-matter = Matter
changes-the-place = Place
changes-of-client = { $whom }: client
changes-of-matter = { $whom }: matter
changes-of-place = { $whom }: place
changes-of-drop = { $whom }: leave out
changes-add = ➕ One more client
changes-later = ⏱ Back later
changes-into-client = Which client instead? Tap one, or write the name or code.
changes-into-add = Which client as well? Tap one, or write the name or code.
changes-into-matter = What for instead? Just write it.
changes-into-place = Where instead? Just write it.
changes-ask-why = Why the change? Tap one, or write it; your supervisor will see it.
changes-ask-cancel-why = Why is it off? Tap one, or write it; your supervisor will see it.
changes-why-client = something came up at the client
changes-why-moved = the client moved the place
changes-why-urgent = another client is more urgent
changes-why-bank = needed at the bank
changes-why-later = another day
changes-dropped = All right, nothing was changed.
changes-done =
    ✏️ <b>Changed</b>
    { $legs }
    Back: { TIME($back) }
    { $told }
changes-told =
    ✏️ <b>{ $name }</b> changed their outing: { $why }
    { $legs }
    Leaving { $depart }, back { TIME($back) }
changes-cancelled = The outing is off. { $told }
changes-cancelled-told =
    <b>{ $name }</b> called the outing off: { $why }
    { $legs }
changes-departure = 🕘 Other departure
changes-into-departure = When will you leave? Write a time, such as "3 pm" or "14:30".
changes-departure-unclear = I see no time in that. Write one like "3 pm" or "14:30"; "never mind" leaves it as it is.
changes-departure-done =
    ✏️ <b>Departure changed</b>
    { $legs }
    Leaving { $depart }, back { TIME($back) }
    { $told }
changes-departure-told =
    ✏️ <b>{ $name }</b> changed the departure
    { $legs }
    Leaving { $depart }, back { TIME($back) }
