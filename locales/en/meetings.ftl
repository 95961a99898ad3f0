meetings-announced = 📅 Tomorrow: <b>{ $what }</b> { DAY($start) } { TIME($start) }–{ TIME($end) }{ $merged }. You will be asked to sign in.
meetings-merged = { " " }(together with: { $other })
meetings-list =
    📅 <b>Meetings of { $unit }</b>
    Tap one for sign-ins and minutes.
    { $lines }
meetings-open = { $what } { DAY($start) } { TIME($start) }
meetings-call = ➕ Call: { $what }
meetings-not-held = ❗ Not held or planned this month: { $what }.
meetings-card =
    📅 <b>{ $what }</b>{ $merged } { DAY($start) } { TIME($start) }–{ TIME($end) }
    Signed in: { $here } (late { $late }): { $names }
    Recorder: { $recorder }

    { $minutes }
meetings-no-minutes = No minutes yet.
meetings-write = ✍️ Write the minutes
meetings-recorder = 👤 Name a recorder
meetings-cancel = 🗑 Cancel the meeting
meetings-when = When is it: { $what }? For example "Friday 3 to 4 pm".
meetings-when-unclear = I can't read a time in that. Write the day and the hour, such as "Friday 3 pm", to call: { $what }.
meetings-dropped = All right, no meeting is called.
meetings-called = ✅ Called: <b>{ $what }</b>{ $merged }, { DAY($start) } { TIME($start) }–{ TIME($end) }. Everybody is told the evening before and asked to sign in.
meetings-cancelled = 🗑 { $what } ({ DAY($start) } { TIME($start) }) is cancelled.
meetings-already = There is one of this kind on that day ({ TIME($at) }). Choose another day, or cancel that one first.
meetings-in-the-past = { DAY($at) } { TIME($at) } is over. Please name a later time.
meetings-too-far = Meetings are called at most { $most } days ahead. Please choose a nearer day.
meetings-length = A meeting takes { $shortest } to { $longest } minutes. Please name start and end, such as "3 to 4 pm".
meetings-overlaps = There is something from { TIME($start) } to { TIME($end) }. Please choose another time.
meetings-over = The meeting began at { TIME($at) }; it can't be cancelled any more.
meetings-not-yours = Only who leads the unit changes meetings; please tell your supervisor.
meetings-not-recorder = Minutes are written by the recorder or who leads the unit; your supervisor can name you.
meetings-minutes-empty = Please write something: what was passed on, what was decided.
meetings-minutes-long = At most { $most } characters; please make it shorter.
meetings-write-now = Please send the minutes of { $what } ({ DAY($start) }) as one message. Sent again they replace the earlier ones. The paper minutes stay as they are.
meetings-minutes-kept = ✅ The minutes of { $what } ({ DAY($start) }) are kept.
meetings-who-records = Who keeps the minutes of { $what } ({ DAY($start) })?
meetings-name = { $name }
meetings-you-record = 👤 Please keep the minutes of { $what } ({ DAY($start) } { TIME($start) }); /meeting lets you write them afterwards.

help-meetings-show = Meetings: sign-in and minutes
