# 重大事項
incidents-ask = 🚨 請用一句話說明發生了什麼（打字或語音），例如「鼎盛紡織法定代表人變更」。
incidents-card =
    🚨 <b>重大事項：{ $sort }</b>
    { $client }
    { $text }
    ——
    點「立即上報」後馬上通知：
    { $names }
incidents-client = 客戶：{ $client }
incidents-name = ▫️ { $name }
incidents-nobody = （暫時沒有可以通知的負責人）
incidents-tell = 🚨 立即上報（{ $count } 人）
incidents-drop = 不上報
incidents-dropped = 沒有上報。
incidents-sent = 🚨 已上報。
incidents-sort-decision = 重大決策
incidents-sort-representative = 法定代表人變更
incidents-sort-accident = 事故
incidents-sort-disaster = 災害
incidents-sort-bad-loan = 不良貸款預警
incidents-sort-legal = 訴訟查封
incidents-sort-standstill = 停產欠薪
incidents-sort-other = 其他重大事項
incidents-told =
    🚨 <b>重大事項：{ $sort }</b>
    { $unit } · { $reporter }　{ TIME($at) }
    { $client }

    { $text }
incidents-told-again =
    🚨 <b>請儘快閲處：{ $sort }</b>
    { $unit } · { $reporter }　{ TIME($at) } 上報
    { $client }

    { $text }
incidents-told-read =
    🚨 <b>重大事項：{ $sort }</b>
    { $unit } · { $reporter }　{ TIME($at) }

    { $text }

    ✓ 您已於 { TIME($read) } 閲悉
incidents-read = ✅ 已閲
incidents-thanks = 已告知上報人
incidents-receipts =
    🚨 { $sort }：{ $count } 人中已有 { $read } 人閲悉
    { $lines }
incidents-receipt-read = ✓ { $name } { TIME($at) }
incidents-receipt-unread = … { $name } 未閲
incidents-too-short = 請多寫幾個字，說明是哪家客戶、發生了什麼。
incidents-nobody-hears = 現在沒有可以通知的上級，請直接打電話，並請管理員設置部門負責人。
incidents-already-read = 您在 { TIME($at) } 已經確認過了。
help-incidents-start = 上報客戶重大事項
