away-week =
    🌴 <b>Away this week</b>
    { $lines }
away-month =
    🌴 <b>Away this month</b>
    { $lines }
away-day = { DAY($day) }{ $mark }: { $names }
away-make-up = (make-up day)
away-person = { $name } ({ $kind }{ $part })
away-asking = { $name } ({ $kind }{ $part }, asked)
away-am = {", "}morning
away-pm = {", "}afternoon
away-hours = {", "}{ TIME($start) }–{ TIME($end) }
away-and = { $one }, { $other }
away-nobody = Nobody is away
away-show-week = This week
away-show-month = This month
help-away-week = Who is away
