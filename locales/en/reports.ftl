# Reports
reports-counting = 📊 Adding it up, one moment…
reports-drawing = Drawing…
reports-figures =
    📊 <b>{ $whose }</b>　{ $period }
    As of { TIME($at) }

    { $lines }
reports-visits = 🚶 <b>{ $visits }</b> visits; planned { $planned }, done { $kept } ({ $rate }), unplanned { $unplanned }
reports-outings = 🚪 { $outings } outings, { $late } of them told after leaving
reports-evidence = 📍 Evidence: strong { $strong }, fair { $fair }, weak { $weak }, contradicted { $contradicted }
reports-records = 📝 Records: on time { $timely } ({ $rate }), late { $late }, missing { $missing }
reports-reviewed = 👓 { $read } of { $there } reviewed
reports-contacts = 📞 { $count } calls and online contacts
reports-rate-v13 = 💎 Platinum and above on site <b>{ $rate }</b> ({ $reached }/{ $clients }, mark { $mark }%) { $enough ->
    [yes] ✓
   *[no] { $missing } to go
}
reports-rate-v14 = 🥇 Gold met in person <b>{ $rate }</b> ({ $reached }/{ $clients }, mark { $mark }%) { $enough ->
    [yes] ✓
   *[no] { $missing } to go
}
reports-covered = 👥 { $met } of { $there } clients visited ({ $rate })
reports-overdue = ⏰ { $count } clients overdue
reports-rollcall = 📣 Roll call: present { $present }, late { $tardy }, missing { $absent }, accounted for { $excused }
reports-leave = 🌴 { $count } leaves, { $days } days in all
reports-part = ▫️ { $name }: { $visits } visits, { $missing } records missing
reports-period-day = { DAY($first) }
reports-period-week = { DAY($first) }–{ DAY($last) }
reports-period-month = { $year }-{ $month }
reports-period-quarter = { $year } Q{ $quarter }
reports-span-day = Day
reports-span-week = Week
reports-span-month = Month
reports-span-quarter = Quarter
reports-before = ◀ Earlier
reports-again = 🔄 Refresh
reports-after = Later ▶
reports-see-missing = No record { $count }
reports-see-late = Late { $count }
reports-see-unread = Unread { $count }
reports-see-doubtful = Weak evidence { $count }
reports-see-unplanned = Unplanned { $count }
reports-see-all = All visits { $count }
reports-name = { $name }
reports-picture = 📈 Chart
reports-registers = 📄 Registers
reports-up = ⬆ Unit above
reports-picture-of = 📈 <b>{ $whose }</b>　{ $period }
reports-behind =
    📋 <b>{ $whose }</b>　{ $period }
    { $what }: { $count } (page { $page } of { $pages })

    { $lines }
reports-row = { DAY($day) }　{ $who } · { $client } ({ $grade })
reports-none = None.
reports-kind-missing = Visits without a record
reports-kind-late = Records handed in late
reports-kind-unread = Records not reviewed
reports-kind-doubtful = Weak or contradicted evidence
reports-kind-unplanned = Unplanned visits
reports-kind-all = All visits
reports-page-before = ◀ Page before
reports-page-after = Next page ▶
reports-back = ↩ Back to the report
reports-open = { $client } { DAY($day) }
reports-not-yours = You can see your own report and those of the units you look after.
reports-not-yet = { DAY($day) } has not come yet; there is nothing to show.
reports-too-old = Reports are kept for the last { $years } years.
reports-chart-under = { $period } · { $people } people
reports-chart-days = Visits
reports-chart-planned = Planned
reports-chart-unplanned = Unplanned
reports-chart-rates = Done and marks
reports-chart-v13 = Platinum and above on site
reports-chart-v14 = Gold met in person
reports-chart-plan = Plan kept
reports-chart-records = Records on time
reports-chart-read = Records reviewed
reports-chart-rollcall = Roll call answered
reports-chart-evidence = Evidence
reports-chart-parts = Visits by whom
reports-chart-stamp = Seen by { $name } ({ $code }) · internal, do not pass on
help-reports-report = Figures of yourself or your team
