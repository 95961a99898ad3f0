away-week =
    🌴 <b>本週請假</b>
    { $lines }
away-month =
    🌴 <b>本月請假</b>
    { $lines }
away-day = { DAY($day) }{ $mark }　{ $names }
away-make-up = （調休上班）
away-person = { $name } { $kind }{ $part }
away-asking = { $name } { $kind }{ $part }（待批）
away-am = 上午
away-pm = 下午
away-hours = { TIME($start) }–{ TIME($end) }
away-and = { $one }、{ $other }
away-nobody = 沒有人請假
away-show-week = 看本週
away-show-month = 看本月
help-away-week = 誰在請假
