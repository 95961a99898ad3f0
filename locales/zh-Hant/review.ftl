review-queue =
    📚 <b>待閱</b>　記錄 { $records }　未交 { $missing }
    { $lines }
    { $logs }
review-queue-empty = 都看完了。
review-queue-line = { $number }. <b>{ $name }</b> { $client } { DAY($day) }：{ $why }
review-queue-number = { $number }
review-queue-nudge = { $number } 📣催
review-queue-through = 今天該看的都看過了。
review-queue-please =
    📣 { $name } 請您補寫走訪記錄
    { DAY($day) } { $client }
review-queue-write = 📝 現在寫
review-queue-nudged = 已提醒 { $name }。
review-queue-came = 記錄已經交上來了，請刷新。
review-queue-gone = { $name } 已不在崗，沒有提醒。
review-why = 🔎 為什麼先看：{ $why }
review-why-and = { $one }；{ $other }
review-why-none = 無異常
review-why-contradicted = 證據存疑
review-why-complaint = 近期有投訴
review-why-missing = 記錄未交
review-why-copy = 與以前的記錄 { $percent }% 雷同
review-why-weak = 證據較弱
review-why-short-stay = 停留短、寫得多
review-why-thin = 停留久、寫得少
review-why-late = 遲交
review-why-unplanned = 計劃外
review-why-no-next-step = 下一步沒有日期
review-why-sample = 隨機抽查
help-review_queue-queue = 待閱記錄
review-logs = 📓 待閱日誌 { $count } 份
review-log-day = 📓 { $name } { DAY($day) }
review-log-week = 📓 { $name } { DAY($day) }當週
review-log =
    📓 <b>{ $name }</b> 的工作日誌　{ DAY($day) }
    { $words }
    { $opinion }
review-log-signed-for-you =
    👁 { $name } 已閱您 { DAY($day) } 的工作日誌
    💬 { $words }
