approvals-list =
    ✅ <b>待您處理</b>　{ $count } 件
    { $lines }
approvals-nothing = 沒有等您處理的事。
approvals-number = { $number }
approvals-line-leave = { $number }. 🌴 { $name } 請假，{ DAY($until) } { TIME($until) } 開始{ $acting }
approvals-line-change = { $number }. 🌴 { $name } 想改假期，{ DAY($until) } { TIME($until) }{ $acting }
approvals-line-outing = { $number }. 🚗 { $name } 外出待同意，{ DAY($until) } { TIME($until) }{ $acting }
approvals-line-flag = { $number }. 🚩 { $name } 的提示待認定，{ DAY($until) }{ $acting }
approvals-line-stay = { $number }. ⏱ { $name } 延時返回，到 { DAY($until) } { TIME($until) }{ $acting }
approvals-line-return = { $number }. ✏️ { $name } 補報返回時間，{ DAY($until) } { TIME($until) }{ $acting }
approvals-line-left = { $number }. ✏️ { $name } 補報離開時間，{ DAY($until) } { TIME($until) }{ $acting }
approvals-acting = 　（代 { $name }）
approvals-card =
    { $what }
    { $acting }
approvals-yes = ✅ 同意
approvals-no = ✋ 不同意
approvals-seen = ✅ 認可
approvals-doubt = ✋ 不認可
approvals-left =
    ✏️ <b>{ $name }</b> 補報離開時間
    { DAY($day) } { $client }：{ TIME($arrived) } 到，{ TIME($left) } 離開
    { DAY($at) } { TIME($at) } 補報
approvals-return =
    ✏️ <b>{ $name }</b> 補報返回時間
    { DAY($day) }：{ TIME($back) } 返回
    { DAY($at) } { TIME($at) } 補報
approvals-stay =
    ⏱ <b>{ $name }</b> 延時返回（第 { $times } 次）
    { DAY($day) }：原定 { TIME($first) }，延到 { TIME($until) }
    原因：{ $reason }
approvals-ask-doubt = 為什麼不認可？請寫一句，本人會收到。
approvals-doubted =
    ✋ { $name } 不認可這一條，登記保留原樣：
    { $what }
    💬 { $reason }
approvals-over = 這件事已經不用您處理了，請刷新。
approvals-said-already = { $by } 已在 { TIME($at) } 處理過了。
help-approvals-waiting = 待辦審批
