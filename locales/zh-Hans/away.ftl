away-week =
    🌴 <b>本周请假</b>
    { $lines }
away-month =
    🌴 <b>本月请假</b>
    { $lines }
away-day = { DAY($day) }{ $mark }　{ $names }
away-make-up = （调休上班）
away-person = { $name } { $kind }{ $part }
away-asking = { $name } { $kind }{ $part }（待批）
away-am = 上午
away-pm = 下午
away-hours = { TIME($start) }–{ TIME($end) }
away-and = { $one }、{ $other }
away-nobody = 没有人请假
away-show-week = 看本周
away-show-month = 看本月
help-away-week = 谁在请假
