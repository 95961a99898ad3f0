consent-ask-why = Why not? Tap one, or write it; the applicant will see it.
consent-why-meeting = department meeting
consent-why-plan = send me your visit plan first
consent-why-talk = see me before you go
consent-agreed-by = ✅ { $by } agreed at { TIME($at) }
consent-declined-by = ✋ { $by } declined at { TIME($at) }: { $reason }
consent-decided =
    <b>{ $name }</b> asks to go out{ $late }
    { $legs }
    Leaving { $depart }, back { TIME($back) }{ $reason }
    { $verdict }
consent-agreed =
    { $verdict }
    { $legs }
    Leaving: { $depart }, back: { TIME($back) }{ $reason }
    Tap “Leaving now” when you go.
consent-agreed-left =
    { $verdict }. You count as out from now.
    { $legs }
    Back: { TIME($back) }{ $reason }
consent-declined =
    { $verdict }
    { $legs }
    This is not registered; you can ask again once it is sorted out.
consent-agreed-already = { $by } agreed at { TIME($at) } already; nothing is left to do.
consent-declined-already = { $by } declined at { TIME($at) } already; nothing is left to do.
consent-somebody-decided = Another supervisor decided just now; please look at the updated message.
consent-declined-out =
    { $verdict }
    { $legs }
    You are out already, and the register shows this; please get in touch with your supervisor at once.
