consent-ask-why = 为什么不同意？点一个，或直接写；申请人会看到。
consent-why-meeting = 部门有会
consent-why-plan = 请先报走访计划
consent-why-talk = 出发前先找我
consent-agreed-by = ✅ { $by } { TIME($at) } 同意
consent-declined-by = ✋ { $by } { TIME($at) } 不同意：{ $reason }
consent-decided =
    <b>{ $name }</b> 申请外出{ $late }
    { $legs }
    出发 { $depart }，返回 { TIME($back) }{ $reason }
    { $verdict }
consent-agreed =
    { $verdict }
    { $legs }
    出发：{ $depart }，返回：{ TIME($back) }{ $reason }
    出发时点“现在出发”。
consent-agreed-left =
    { $verdict }，现在起算外出。
    { $legs }
    返回：{ TIME($back) }{ $reason }
consent-declined =
    { $verdict }
    { $legs }
    这次没有登记成外出；改好以后可以重新申请。
consent-agreed-already = { $by } 已在 { TIME($at) } 同意，不用再处理。
consent-declined-already = { $by } 已在 { TIME($at) } 答复不同意，不用再处理。
consent-somebody-decided = 另一位主管刚刚处理了，请看更新后的消息。
consent-declined-out =
    { $verdict }
    { $legs }
    您已经外出，这个意见会留在登记里；请马上联系主管。
