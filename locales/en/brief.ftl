brief-sheet =
    📣 <b>{ $unit }: morning of { DAY($day) }</b>
    { $lines }
    It goes into everybody's briefing at its hour.
brief-empty = No notices and no tasks yet.
brief-notice = { $number }. 📣 { $words }
brief-task = 👤 { $name }: { $words }
brief-drop = 🗑 Remove notice { $number }
brief-say = ➕ Add a notice
brief-give = 👤 Task for one person
brief-say-what = Please write the line for everybody, such as "Quarterly check papers are due by Friday".
brief-who = For whom is the task?
brief-name = { $name }
brief-back = ⬅️ Back
brief-task-what = What is { $name } to do? One line, please.

help-brief-edit = Notices and tasks for the morning
