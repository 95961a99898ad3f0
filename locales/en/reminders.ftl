help-reminders-remind = be reminded: “remind me at 3 to call Wang”; without words, what you will be reminded of
reminders-ask = What shall I remind you of, and when? For example “remind me at 3 to call Wang”.
reminders-list =
    ⏰ You will be reminded of
    { $lines }

    To add one, just say it; the buttons take one away.
reminders-ask-what = What shall I remind you of?
reminders-ask-when = “{ $what }”: when shall I remind you? You can also write it, such as “half past three” or “Friday morning”.
reminders-when-unclear = I can't read that time. Please write “half past three”, “in half an hour” or “Friday morning”.
reminders-in = in { $minutes } minutes
reminders-tomorrow = tomorrow at 9
reminders-nothing = All right, no reminder.
reminders-only-once = I can remind you once only for now. Please name one time, such as “next Wednesday at nine”.
reminders-past = { DAY($at) } { TIME($at) } has passed. Please name a time to come.
reminders-too-far = That is too far away: a reminder can be set for a year at most.
reminders-kept =
    ⏰ { $when } I will remind you:
    { $what }
reminders-today-at = Today at { TIME($at) }
reminders-on-day-at = { DAY($at) } at { TIME($at) }
reminders-on-day = { DAY($on) } when work begins
reminders-off = 🗑 No need any more
reminders-drop = 🗑 { $text }
reminders-later = ⏳ In half an hour
reminders-later-said = ⏳ All right, { $when } again: { $what }
