week-sheet =
    🗓 <b>本周</b>　{ DAY($first) }–{ DAY($last) }{ $state }
    计划拜访 { $planned } 户，完成 { $made } 户
    走访 { $visits } 次（{ $clients } 户），联系 { $contacts } 次，记录 { $records } 份，日志 { $logs } 份
    { $lines }
week-ask =
    🗓 <b>周小结草稿</b>　{ DAY($first) }–{ DAY($last) }
    计划拜访 { $planned } 户，完成 { $made } 户
    走访 { $visits } 次（{ $clients } 户），联系 { $contacts } 次，记录 { $records } 份，日志 { $logs } 份
    { $lines }
    点一下就发给主管。
week-nothing-open = ✅ 没有未完成的计划。
week-open = ▫️ { DAY($day) } { $sort }　{ $client } { $words }
week-own = 自己
week-remark = ✍️ { $words }
week-sort-planned-visit = 计划拜访
week-sort-next-step = 下一步
week-sort-promise = 承诺
week-sort-call = 电话
week-sort-task = 交办
week-sort-reminder = 提醒
week-send = 📨 发送周小结
week-send-again = 📨 重新发送
week-write = ✍️ 补一句
week-before = ⬅️ 上周
week-after = 下周 ➡️
week-refresh = 🔄 刷新
week-sent = 📨 周小结已发给主管。
week-write-what = 请写一句要补充的，例如本周心得、下周打算。
week-not-there = 只能看本周和最近半年的周。

help-week-show = 本周计划与小结
