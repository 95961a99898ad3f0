digest-morning =
    ☀️ <b>Good morning, { $name }</b> { DAY($day) } ({ TIME($at) })
    { $lines }
digest-late =
    ☀️ <b>Hello { $name }</b> { DAY($day) } (late, at { TIME($at) }: the system came back only now)
    { $lines }
digest-again =
    📊 <b>{ $name }</b> { DAY($day) } (as of { TIME($at) })
    { $lines }
digest-refresh = 🔄 Refresh
digest-unexplained = ❓ no word at the roll call, { $count }: { $names }
digest-late-people = ⏱ late at the roll call, { $count }: { $names }
digest-not-held = ❗ { $unit }: not held this month: { $what }
digest-leave-asked = 🌴 leave to decide, { $count }: { $names }
digest-outings-asked = 🚗 outings to agree to, { $count }: { $names }
digest-unread = 📄 visit records to read, { $count }: { $names }
digest-deadlines = 📅 { $count } due within { $days } days:
digest-deadline = { " " }{ $client } { $what }, { DAY($due) }, in { $days } days
digest-away = 🌴 on leave, { $count }: { $names }
digest-duty = 🪑 desk duty: { $names }
digest-no-duty = 🪑 nobody has desk duty today
digest-planned = 📍 visits planned, { $count }: { $names }
digest-none-planned = 📍 no visits planned yet
