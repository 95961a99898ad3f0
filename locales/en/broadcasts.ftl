# Notices
broadcasts-ask-text = 📣 Write the notice, or send a picture or file (with the words under it).
broadcasts-card =
    📣 <b>Preview</b>
    { $text }
    { $file }
    ——
    To: { $unit } · { $role }, <b>{ $count }</b> people
    { $urgency }　When: { $when }
broadcasts-with-photo = 📷 with a picture
broadcasts-with-document = 📎 with a file
broadcasts-unit = { $name }
broadcasts-wider = ⬆ Wider
broadcasts-audience = ⭐ { $name }
broadcasts-role = 👤 { $role }
broadcasts-everybody = everybody
broadcasts-urgency-plain = Plain (no receipt)
broadcasts-urgency-important = Important (receipt)
broadcasts-urgency-urgent = Urgent (receipt)
broadcasts-when = 🕔 { $when }
broadcasts-now = now
broadcasts-at = { DAY($at) } { TIME($at) }
broadcasts-other-time = Another time
broadcasts-other-text = Other words
broadcasts-save = ⭐ Save people
broadcasts-send = ✅ Send to { $count }
broadcasts-drop = Don't send
broadcasts-dropped = The notice was not sent.
broadcasts-ask-time = When? For example "tomorrow 8:30".
broadcasts-ask-name = A name for these people, for example "all RMs".
broadcasts-saved = ⭐ Saved as "{ $whom }".
broadcasts-handed-over = 📣 The notice goes to { $count } people on { DAY($at) } { TIME($at) }.
broadcasts-scheduled = 🕔 The notice goes to { $count } people on { DAY($at) } { TIME($at) }. Until then you can stop it.
broadcasts-notice =
    { $mark } <b>Notice</b>　{ $unit } · { $sender }　{ TIME($at) }

    { $text }
broadcasts-notice-read =
    { $mark } <b>Notice</b>　{ $unit } · { $sender }　{ TIME($at) }

    { $text }

    ✓ You confirmed at { TIME($read) }
broadcasts-mark-plain = 📣
broadcasts-mark-important = ❗
broadcasts-mark-urgent = 🚨
broadcasts-attached = 📎 Belongs to the notice
broadcasts-read = ✅ Read
broadcasts-thanks = Confirmed
broadcasts-progress =
    📣 { $text }
    Delivered { $delivered } / { $people }
    { $read }
    { $unreachable }
    { $course }
    As of { TIME($at) }
broadcasts-progress-read = Read { $read } / { $people }
broadcasts-progress-unreachable = { $count } can't be reached (not enrolled, or blocked the bot)
broadcasts-course-stopped = ⏹ Stopped at { TIME($at) }
broadcasts-course-reminded = 🔔 Reminded at { TIME($at) }
broadcasts-refresh = 🔄 Refresh
broadcasts-stop = ⏹ Stop the rest
broadcasts-unread = 👤 Unread { $count }
broadcasts-remind = 🔔 Remind them
broadcasts-unread-names =
    { $count } have not confirmed:
    { $lines }
broadcasts-unread-name = ▫️ { $name } ({ $unit })
broadcasts-stopped = Stopped; { $count } will not get it
broadcasts-reminded = { $count } reminded
broadcasts-reminder =
    🔔 <b>Please confirm this notice</b>

    { $text }
broadcasts-not-yours = You can write to the units you look after, and manage only your own notices.
broadcasts-empty = The notice is empty. Write a sentence or attach a file first.
broadcasts-nobody = Nobody there can be told. Choose another unit or role.
broadcasts-too-far = A notice can be set at most { $days } days ahead. Choose an earlier time.
broadcasts-time-unclear = I could not read the time. Try "today 17:00" or "tomorrow 8:30".
broadcasts-time-over = That time has passed. Name a later one.
broadcasts-already-cancelled = This notice was stopped at { TIME($at) } already.
broadcasts-all-sent = All of it has been sent. To correct it, send another one.
broadcasts-nothing-to-read = This notice asks for no receipt, so there is nothing to remind of.
broadcasts-already-reminded = A reminder went out at { TIME($at) }. There is only one.
broadcasts-all-read = Everybody has confirmed.
broadcasts-read-before = You have confirmed it already.
help-broadcasts-start = Send a notice to your people
