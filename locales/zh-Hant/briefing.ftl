briefing-morning =
    ☀️ <b>{ $name }，早上好</b>　{ DAY($day) }
    { $lines }
briefing-late =
    ☀️ <b>{ $name }，您好</b>　{ DAY($day) }（系統恢復較晚，晨報遲到了）
    { $lines }
briefing-broken =
    ☀️ { $name }，早上好　{ DAY($day) }
    您今天的清單沒有排出來，已經記錄，管理員會處理。計劃和到期事項可以先看 /plan 和 /credit 。
briefing-list =
    📋 <b>待辦</b>　{ DAY($day) }（{ TIME($at) } 更新）{ $dealt }
    { $lines }
briefing-dealt = 　今天已處理 { $count } 項
briefing-on-duty = 🪑 今天您坐班
briefing-notice = 📣 { $words }
briefing-visits = 🚗 今天的拜訪：
briefing-visit = 　{ $number }) { $client }
briefing-visit-at = 　{ $number }) { TIME($at) } { $client }
briefing-count = 📌 <b>該辦的 { $count } 件</b>{ $new ->
        [0] {""}
       *[other] （🆕 新增 { $new }）
    }
briefing-nothing = ✅ 今天沒有到期的事項。
briefing-line = { $number }. { $about }{ $instead }：{ $reasons }
briefing-line-new = { $number }. 🆕 { $about }{ $instead }：{ $reasons }
briefing-own = 自己
briefing-instead = （代{ $name }）
briefing-two = { $first }，{ $second }
briefing-three = { $first }，{ $second }，{ $third }
briefing-more = ……還有 { $count } 條，點「還有」看
briefing-no-words = （沒有寫內容）

briefing-reason-rating-notice = 評級還有{ $days }天到期，該提示續評
briefing-reason-rating-notice-past = 評級已過期{ $days }天
briefing-reason-rating-window = 評級還有{ $days }天到期，可以發起續評
briefing-reason-rating-window-past = 評級已過期{ $days }天，續評還沒發起
briefing-reason-rating-file = 評級還有{ $days }天到期，該上報了
briefing-reason-rating-file-past = 評級已過期{ $days }天，還沒上報
briefing-reason-line-notice = 授信還有{ $days }天到期，該提示續授信
briefing-reason-line-notice-past = 授信已過期{ $days }天
briefing-reason-line-file = 授信還有{ $days }天到期，該報新授信
briefing-reason-line-file-past = 授信已過期{ $days }天，新授信還沒報
briefing-reason-loan-notice = 貸款還有{ $days }天到期，該通知客戶
briefing-reason-loan-notice-past = 貸款已逾期{ $days }天
briefing-reason-relend-talk = 貸款還有{ $days }天到期，該談還後續貸
briefing-reason-relend-talk-past = 貸款已逾期{ $days }天，續貸還沒談
briefing-reason-interest = { $days }天後扣息，請查餘額
briefing-reason-interest-past = 扣息日過了{ $days }天，還沒確認扣足
briefing-reason-reconciliation = { $days }天後對賬，請提醒客戶
briefing-reason-reconciliation-past = 對賬日過了{ $days }天，還沒確認
briefing-reason-on-site = 上次有效拜訪{ $days }天前
briefing-reason-on-site-never = 還沒有上門拜訪過
briefing-reason-visit = 上次拜訪{ $days }天前
briefing-reason-visit-never = 還沒有拜訪過
briefing-reason-phone = 上次聯繫{ $days }天前
briefing-reason-phone-never = 還沒有聯繫過
briefing-reason-analysis = 上次分析{ $days }天前
briefing-reason-analysis-never = 本季還沒有分析
briefing-reason-birthday = { $days }天後生日
briefing-reason-birthday-today = 今天生日
briefing-reason-important-day = { $days }天後是重要日子
briefing-reason-important-day-today = 今天是重要日子
briefing-reason-follow-up = 該跟進：{ $words }
briefing-reason-follow-up-past = 跟進已過{ $days }天：{ $words }
briefing-reason-follow-up-at = { TIME($at) } 跟進：{ $words }
briefing-reason-promise = 答應過：{ $words }
briefing-reason-promise-past = 答應過（{ DAY($day) }）：{ $words }
briefing-reason-promise-at = 答應 { TIME($at) }：{ $words }
briefing-reason-next-step = 下一步：{ $words }
briefing-reason-next-step-past = 下一步（{ DAY($day) }）：{ $words }
briefing-reason-next-step-at = { TIME($at) } 下一步：{ $words }
briefing-reason-planned-visit = 今天計劃拜訪
briefing-reason-planned-visit-past = 計劃{ DAY($day) }拜訪，還沒去
briefing-reason-planned-visit-at = 今天 { TIME($at) } 拜訪
briefing-reason-call = 要打電話：{ $words }
briefing-reason-call-past = 電話（{ DAY($day) }）還沒打：{ $words }
briefing-reason-call-at = { TIME($at) } 打電話：{ $words }
briefing-reason-task = 交辦：{ $words }
briefing-reason-task-past = 交辦（{ DAY($day) }）：{ $words }
briefing-reason-task-at = { TIME($at) } 交辦：{ $words }
briefing-reason-reminder = 提醒：{ $words }
briefing-reason-reminder-past = 提醒（{ DAY($day) }）：{ $words }
briefing-reason-reminder-at = { TIME($at) }：{ $words }
briefing-reason-record-owed = { DAY($day) }走訪記錄還沒寫
briefing-reason-record-owed-past = { DAY($day) }走訪記錄還沒寫
briefing-reason-record-returned = { DAY($day) }走訪記錄待補充
briefing-reason-record-returned-past = { DAY($day) }走訪記錄待補充

briefing-detail =
    🔎 <b>{ $about }</b>　第 { $position } / { $total } 條：{ $urgency }（權重 { $weight }）
    { $lines }

    排在前面的：不能再等的，其次到期的、落後於頻次的，最後是剛進入提前期的；同一檔裡新出現的在前，再按權重。
briefing-urgency-now = 不能再等
briefing-urgency-due = 到期
briefing-urgency-behind = 落後於頻次
briefing-urgency-ahead = 提前期內
briefing-why-line = ▫️ { $reason }
    　{ $rule }，{ DAY($due) } 前：{ $satisfied }
briefing-why-rating-notice = 提示客戶續評，在卡片上勾「已通知」。
briefing-why-rating-window = 到期前60天內發起續評，在卡片上勾「已發起」。
briefing-why-rating-file = 到期前半個月上報，在卡片上勾「已上報」。
briefing-why-line-notice = 提示客戶續授信，在卡片上勾「已通知」。
briefing-why-line-file = 到期前1個月報送新授信，在卡片上填CLPM編號。
briefing-why-loan-notice = 到期前1個月通知客戶備款，在卡片上勾「已通知」。
briefing-why-relend-talk = 及時商談還後續貸，在卡片上勾「已談」。
briefing-why-interest = 扣息前查餘額、提醒客戶，在卡片上勾。
briefing-why-reconciliation = 提醒客戶對賬，在卡片上勾「已確認」。
briefing-why-follow-up = 聯繫客戶並記下結果。
briefing-why-on-site = 上門拜訪並寫完記錄；電話不算。
briefing-why-visit = 拜訪客戶並寫完記錄；電話不算。
briefing-why-phone = 打個電話，點「已電聯」即可；見面也算聯繫。
briefing-why-analysis = 完成本季客戶分析。
briefing-why-birthday = 當天問候客戶。
briefing-why-important-day = 當天問候客戶。
briefing-why-promise = 兑現答應客戶的事，然後點「辦完」或記一次聯繫。
briefing-why-next-step = 完成記錄裡寫的下一步。
briefing-why-planned-visit = 去拜訪，或改期。
briefing-why-call = 打電話，點「已電聯」。
briefing-why-task = 辦完後點「辦完」。
briefing-why-reminder = 您自己設的提醒，辦完點「辦完」。
briefing-why-record-owed = 寫完走訪記錄四項並提交。
briefing-why-record-returned = 按主管意見補充記錄並提交。

briefing-phone = { $number } ☎️ 已電聯
briefing-done = { $number } ✅ 辦完
briefing-later = { $number } ⏰ 稍後
briefing-open = { $number } 🔎
briefing-phone-long = ☎️ 已電聯（記一次電話）
briefing-done-long = ✅ 辦完
briefing-later-long = ⏰ 稍後
briefing-credit = 📄 { $what }卡片：看步驟、勾已辦
briefing-plan = 📅 計劃拜訪
briefing-not-needed = ✖️ 不需要
briefing-concerns = 📌 通知 { $number } 與我有關，記入日誌
briefing-before = ⬅️ 前面
briefing-rest = 還有 { $count } 條 ➡️
briefing-refresh = 🔄 刷新
briefing-back = ⬅️ 返回
briefing-until = { DAY($at) } { TIME($at) }
briefing-undo = ↩️ 撤銷剛才的電聯

briefing-phone-words = 電話聯繫（晨報待辦）
briefing-phoned = ☎️ 已記電話聯繫。
briefing-phoned-left = ☎️ 已記電話聯繫。電話不能代替的（上門、授信等）明天再列出。
briefing-undone = 已撤銷，這條回到待辦。
briefing-done-noted = ✅ 辦完了。
briefing-gone = 這件事已經不在待辦裡了，列表已更新。
briefing-later-when =
    ⏰ 什麼時候再提醒？
    { $line }
briefing-put-off = 好的，{ DAY($at) } { TIME($at) } 再提醒。
briefing-again =
    ⏰ <b>到時間了</b>
    { $line }
briefing-why-not =
    ✖️ 為什麼不需要？點一個，或者寫一句。
    { $line }
briefing-no-elsewhere = 別的渠道已辦
briefing-no-settled = 客戶已結清或退出
briefing-no-mistaken = 資訊有誤
briefing-dropped = 好的，已記下原因，這條不再列出；出現新的到期日會再提醒。
briefing-concerns-noted = 📌 已記入今天日誌的「晨會要點」。
briefing-concerns-already = 這條已經在日誌裡了。
