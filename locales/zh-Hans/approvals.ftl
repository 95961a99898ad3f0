approvals-list =
    ✅ <b>待您处理</b>　{ $count } 件
    { $lines }
approvals-nothing = 没有等您处理的事。
approvals-number = { $number }
approvals-line-leave = { $number }. 🌴 { $name } 请假，{ DAY($until) } { TIME($until) } 开始{ $acting }
approvals-line-change = { $number }. 🌴 { $name } 想改假期，{ DAY($until) } { TIME($until) }{ $acting }
approvals-line-outing = { $number }. 🚗 { $name } 外出待同意，{ DAY($until) } { TIME($until) }{ $acting }
approvals-line-flag = { $number }. 🚩 { $name } 的提示待认定，{ DAY($until) }{ $acting }
approvals-line-stay = { $number }. ⏱ { $name } 延时返回，到 { DAY($until) } { TIME($until) }{ $acting }
approvals-line-return = { $number }. ✏️ { $name } 补报返回时间，{ DAY($until) } { TIME($until) }{ $acting }
approvals-line-left = { $number }. ✏️ { $name } 补报离开时间，{ DAY($until) } { TIME($until) }{ $acting }
approvals-acting = 　（代 { $name }）
approvals-card =
    { $what }
    { $acting }
approvals-yes = ✅ 同意
approvals-no = ✋ 不同意
approvals-seen = ✅ 认可
approvals-doubt = ✋ 不认可
approvals-left =
    ✏️ <b>{ $name }</b> 补报离开时间
    { DAY($day) } { $client }：{ TIME($arrived) } 到，{ TIME($left) } 离开
    { DAY($at) } { TIME($at) } 补报
approvals-return =
    ✏️ <b>{ $name }</b> 补报返回时间
    { DAY($day) }：{ TIME($back) } 返回
    { DAY($at) } { TIME($at) } 补报
approvals-stay =
    ⏱ <b>{ $name }</b> 延时返回（第 { $times } 次）
    { DAY($day) }：原定 { TIME($first) }，延到 { TIME($until) }
    原因：{ $reason }
approvals-ask-doubt = 为什么不认可？请写一句，本人会收到。
approvals-doubted =
    ✋ { $name } 不认可这一条，登记保留原样：
    { $what }
    💬 { $reason }
approvals-over = 这件事已经不用您处理了，请刷新。
approvals-said-already = { $by } 已在 { TIME($at) } 处理过了。
help-approvals-waiting = 待办审批
