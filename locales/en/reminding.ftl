reminding-bundle =
    🔔 <b>{ $count } reminders</b>
    { $lines }
reminding-bundled = ▫️ { $words }
reminding-why-button = Why?
reminding-later-button = ⏰ Later
reminding-why = { $lines }
reminding-why-return = A05: whoever is out is back by the set hour. Tap "back", or extend with a reason, and this stops.
reminding-why-records = A07, A10: the record of a visit is written the same day, all four parts. Handed in, this stops.
reminding-why-log = A07, A14: a work log for every day. Once the day's log is sent, this stops.
reminding-why-week = A15: the week's logs are summed up for the supervisor. Once sent, this stops.
reminding-why-meeting = M01, M04–M06: meetings are announced ahead, the weekly one in quiet hours too. It stops with the meeting.
reminding-why-snoozed = You put this off until now. Once it is done it is not said again.
reminding-about-snoozed = something put off
reminding-why-appointment = A16, V27: what was agreed is reminded of in time. Done, moved or dropped, this stops.
reminding-about-appointment = an appointment or reminder not dealt with
reminding-about-return = not back
reminding-about-records = visit record not written
reminding-about-log = work log not sent
reminding-about-week = weekly summary not sent
reminding-about-meeting = not signed in at a meeting
reminding-later = All right, we look again at { TIME($at) }; once it is done nothing more is said.
reminding-over = This reminder has been dealt with.
reminding-no-more-later = Put off { $most } times already. Please do it now, or have a word with your supervisor.
reminding-later-is-past = That time is over. Please choose a later one.
reminding-volume =
    🔔 You hear: <b>{ $volume }</b>
    Quiet hours { $quiet_from }–{ $quiet_to } (except for meetings). Tap to change:
reminding-volume-all = all reminders
reminding-volume-important = the important ones
reminding-volume-must = only what must be done
reminding-not-so-quiet = The bank allows no less than this. Please choose one of these.
reminding-escalated =
    📌 <b>Overdue and still open</b> ({ TIME($at) })
    { $lines }
reminding-escalated-line = ▫️ { $name }: { $about } ({ DAY($at) })

help-reminding-volume = How much I am reminded of
