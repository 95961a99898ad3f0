review-queue =
    📚 <b>待阅</b>　记录 { $records }　未交 { $missing }
    { $lines }
    { $logs }
review-queue-empty = 都看完了。
review-queue-line = { $number }. <b>{ $name }</b> { $client } { DAY($day) }：{ $why }
review-queue-number = { $number }
review-queue-nudge = { $number } 📣催
review-queue-through = 今天该看的都看过了。
review-queue-please =
    📣 { $name } 请您补写走访记录
    { DAY($day) } { $client }
review-queue-write = 📝 现在写
review-queue-nudged = 已提醒 { $name }。
review-queue-came = 记录已经交上来了，请刷新。
review-queue-gone = { $name } 已不在岗，没有提醒。
review-why = 🔎 为什么先看：{ $why }
review-why-and = { $one }；{ $other }
review-why-none = 无异常
review-why-contradicted = 证据存疑
review-why-complaint = 近期有投诉
review-why-missing = 记录未交
review-why-copy = 与以前的记录 { $percent }% 雷同
review-why-weak = 证据较弱
review-why-short-stay = 停留短、写得多
review-why-thin = 停留久、写得少
review-why-late = 迟交
review-why-unplanned = 计划外
review-why-no-next-step = 下一步没有日期
review-why-sample = 随机抽查
help-review_queue-queue = 待阅记录
review-logs = 📓 待阅日志 { $count } 份
review-log-day = 📓 { $name } { DAY($day) }
review-log-week = 📓 { $name } { DAY($day) }当周
review-log =
    📓 <b>{ $name }</b> 的工作日志　{ DAY($day) }
    { $words }
    { $opinion }
review-log-signed-for-you =
    👁 { $name } 已阅您 { DAY($day) } 的工作日志
    💬 { $words }
