boards-today =
    📋 <b>Today, { DAY($day) }</b>  (as of { TIME($at) })
    { $lines }
    { $owed }
boards-owed = 📝 { $count ->
    [one] One record is still owed; tap below to write it.
   *[other] { $count } records are still owed; tap below to write them.
 }
boards-refresh = 🔄 Refresh
boards-when-left = ⏱ { $client } { TIME($at) }: left when?
boards-nothing-yet = Nothing yet today. One sentence before you go out will do.
boards-on-leave = 🌴 On leave until { DAY($until) } { TIME($until) }
boards-on-duty = 🪑 On duty at the desk today
boards-outing-waiting = ⏳ Outing waits for consent{ $back }
boards-outing-declared = 🚗 Outing told, leaving { TIME($at) }{ $back }
boards-outing-out = 🚗 Out since { TIME($at) }{ $back }
boards-outing-overdue = ⏰ Overdue by { $minutes } min
boards-outing-returned = 🏢 Back at { TIME($at) }
boards-outing-declined = The outing was not agreed to
boards-outing-cancelled = The outing was cancelled
boards-outing-late = (told after leaving)
boards-back-by = , back by { TIME($at) }
boards-stop = ▫️ To go: { $client }
boards-visit-ended = 📍 { TIME($arrived) }–{ TIME($left) } { $client } ({ $grade }{ $plan }){ $record }
boards-visit-lasts = 📍 since { TIME($arrived) } { $client } ({ $grade }{ $plan }){ $record }
boards-unplanned = , not planned
boards-record-none = , no record
boards-record-draft = , record begun
boards-record-submitted = , ✅ record
boards-record-late = , ✅ record (late)
boards-record-reviewed = , 👁 read
boards-record-returned = , ↩️ sent back
boards-forgotten = ❗ { DAY($at) } { TIME($at) } { $client }: no time of leaving
boards-contact = ☎️ { TIME($at) } { $client } ({ $channel }) { $line }
boards-owed-before = 📝 { DAY($at) } { $client }: no record

boards-team =
    👥 <b>{ $scope }</b>  { TIME($at) }
    { $counts }

    { $lines }
boards-counts = { $people } people: out { $far } (at a client { $client }, overdue { $overdue }), waiting { $waiting }, in { $inside }, on duty { $duty }, on leave { $leave }, unexplained { $unexplained }, off hours { $off }
boards-row-overdue = ⏰ <b>{ $name }</b>{ $unit } overdue { $minutes } min{ $whom }{ $grade }{ $back }{ $late }{ $owed }{ $unread }
boards-row-unexplained = ❓ <b>{ $name }</b>{ $unit } unexplained{ $owed }{ $unread }
boards-row-at-client = 📍 { $name }{ $unit } at a client{ $whom }{ $grade }{ $since }{ $back }{ $late }{ $owed }{ $unread }
boards-row-out = 🚗 { $name }{ $unit } out{ $whom }{ $since }{ $back }{ $late }{ $owed }{ $unread }
boards-row-waiting = ⏳ { $name }{ $unit } waits for consent{ $whom }{ $back }{ $owed }{ $unread }
boards-row-on-duty = 🪑 { $name }{ $unit } on duty{ $owed }{ $unread }
boards-row-in = 🏢 { $name }{ $unit } in{ $heard }{ $owed }{ $unread }
boards-row-on-leave = 🌴 { $name }{ $unit } on leave{ $back }{ $owed }{ $unread }
boards-row-off = 💤 { $name }{ $unit } off hours{ $owed }{ $unread }
boards-row-not-enrolled = ✉️ { $name }{ $unit } not enrolled{ $owed }{ $unread }
boards-of-unit = { "" } ({ $name })
boards-whom = : { $client }
boards-since = , since { TIME($at) }
boards-heard = , heard of at { TIME($at) }
boards-grade = { "" } ({ $grade })
boards-mark-late = , told late
boards-mark-records = , records owed: { $count }
boards-mark-unread = , unread: { $count }
boards-nobody = Nobody here goes out yet.
boards-unit-line = ▪️ <b>{ $name }</b>, { $people }: out { $out }, overdue { $overdue }, unexplained { $unexplained }
boards-more = … and { $count } more, see their units.
boards-name = { $name }
boards-page-before = ◀ { $page }/{ $pages }
boards-page-after = { $page }/{ $pages } ▶
boards-all = ⬆️ All
boards-all-units = Your units
boards-not-yours = That is outside your units.
boards-person =
    👤 <b>{ $name }</b>  { $unit }  (as of { TIME($at) })
    { $lines }
boards-see-visit = 📍 { $client } { TIME($at) }
boards-read-record = 📄 Record: { $client }
boards-read-older = 📄 { DAY($day) } { $client }, unread
boards-back = ⬅️ Back

help-boards-today = my day
help-boards-team = where the team is
