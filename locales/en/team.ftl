team-board =
    👥 <b>{ $scope }</b>  { TIME($at) }
    { $counts }

    { $lines }
team-counts = { $people } people: out { $far } (at a client { $client }, overdue { $overdue }), waiting { $waiting }, in { $inside }, on duty { $duty }, on leave { $leave }, unexplained { $unexplained }, off hours { $off }
team-row-overdue = ⏰ <b>{ $name }</b>{ $unit } overdue { SPAN($minutes) }{ $whom }{ $grade }{ $back }{ $late }{ $owed }{ $unread }
team-row-unexplained = ❓ <b>{ $name }</b>{ $unit } unexplained{ $owed }{ $unread }
team-row-at-client = 📍 { $name }{ $unit } at a client{ $whom }{ $grade }{ $since }{ $back }{ $late }{ $owed }{ $unread }
team-row-out = 🚗 { $name }{ $unit } out{ $whom }{ $since }{ $back }{ $late }{ $owed }{ $unread }
team-row-waiting = ⏳ { $name }{ $unit } waits for consent{ $whom }{ $back }{ $owed }{ $unread }
team-row-on-duty = 🪑 { $name }{ $unit } on duty{ $owed }{ $unread }
team-row-in = 🏢 { $name }{ $unit } in{ $heard }{ $owed }{ $unread }
team-row-on-leave = 🌴 { $name }{ $unit } on leave{ $back }{ $standin }{ $owed }{ $unread }
team-row-off = 💤 { $name }{ $unit } off hours{ $owed }{ $unread }
team-row-not-enrolled = ✉️ { $name }{ $unit } not enrolled{ $owed }{ $unread }
team-of-unit = { "" } ({ $name })
team-whom = : { $client }
team-since = , since { TIME($at) }
team-heard = , heard of at { TIME($at) }
team-grade = { "" } ({ $grade })
team-mark-late = , told late
team-mark-records = , records owed: { $count }
team-mark-unread = , unread: { $count }
team-nobody = Nobody here goes out yet.
team-unit-line = ▪️ <b>{ $name }</b>, { $people }: out { $out }, overdue { $overdue }, unexplained { $unexplained }
team-more = … and { $count } more, see their units.
team-name = { $name }
team-page-before = ◀ { $page }/{ $pages }
team-page-after = { $page }/{ $pages } ▶
team-all = ⬆️ All
team-all-units = Your units
team-not-yours = That is outside your units.
team-person =
    👤 <b>{ $name }</b>  { $unit }  (as of { TIME($at) })
    { $lines }
team-see-visit = 📍 { $client } { TIME($at) }
team-read-record = 📄 Record: { $client }
team-read-older = 📄 { DAY($day) } { $client }, unread
team-back = ⬅️ Back
help-team-board = where the team is
team-count-overdue = ⏰ Overdue { $count }
team-count-unexplained = ❓ Unexplained { $count }
team-count-far = 🚗 Out { $count }
team-count-at-client = 📍 At client { $count }
team-count-waiting = ⏳ Waiting { $count }
team-count-late = 🕘 Late { $count }
team-count-in = 🏢 In { $count }
team-count-on-duty = 🪑 On duty { $count }
team-count-on-leave = 🌴 On leave { $count }
team-count-off = 💤 Other { $count }
team-everybody = 👥 Everybody
team-map = 🗺 Map
team-map-coming = Drawing the map, one moment.
team-map-caption =
    🗺 { $shown } on the map: those at a client where they checked in, those on the way at the client they are heading for.
    { $hidden }
team-map-hidden = { $count } more have no place to draw.
team-map-empty = Nobody is out right now
team-map-at = { TIME($at) }
team-map-since = since { TIME($at) }
team-map-at-client = at client
team-map-out = on the way
team-map-overdue = overdue
team-map-client = client
team-plan = 🗓 <b>Still to do</b>
team-plan-line = ▫️ { $when } { $sort }{ $client } { $text }
team-plan-hour = { TIME($at) }
team-plan-day = { DAY($day) }
team-plan-client = : { $client }
team-plan-planned-visit = planned visit
team-plan-next-step = next step
team-plan-promise = promise
team-plan-call = call
team-plan-task = task given
team-plan-reminder = own reminder
team-standin = {", "}{ $name } stands in
