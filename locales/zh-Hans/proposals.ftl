proposals-yours =
    🚩 <b>给您的提示　{ $number }</b>　{ DAY($day) }
    { $rule }{ $minutes }
    制度写的是：{ $measure }
    { $state }

    这只是提示，不会自动扣款；由您的主管认定。有不同情况请说明。
proposals-theirs =
    🚩 <b>{ $name }　{ $number }</b>　{ DAY($day) }
    { $rule }{ $minutes }
    制度写的是：{ $measure }
    { $words }
    { $state }
proposals-contested =
    ✋ <b>{ $name } 对提示有异议　{ $number }</b>　{ DAY($day) }
    { $rule }{ $minutes }
    制度写的是：{ $measure }
    { $words }
    请您认定，只认定，不扣款。
proposals-words = 💬 本人说明：{ $words }
proposals-minutes = ，{ $minutes } 分钟
proposals-rule-l03 = 未请假缺勤
proposals-rule-l05 = 迟到
proposals-rule-l06 = 查岗时不在岗
proposals-rule-l07 = 外出查岗：地点或事由与登记不符
proposals-rule-l08 = 外出查岗：再次与登记不符
proposals-rule-l09 = 工作纪律
proposals-rule-l10 = 授信意见或资料逾期
proposals-rule-l11 = 档案移交逾期
proposals-measure-none = 不提处理建议
proposals-measure-fine = 建议 { $amount } 元（第 { $step } 次）
proposals-measure-caution = 建议谈话告诫（第 { $step } 次）
proposals-measure-warning = 建议警告，{ DAY($deadline) } 前整改（第 { $step } 次）
proposals-measure-standby = 建议转岗或待岗（第 { $step } 次），请主管慎重研究
proposals-state-proposed = 状态：待主管认定
proposals-state-contested = 状态：本人已说明，待主管认定
proposals-state-upheld = 状态：已认定属实（{ DAY($at) } { TIME($at) }）{ $reason }
proposals-state-withdrawn = 状态：已撤销（{ DAY($at) } { TIME($at) }）{ $reason }
proposals-contest = ✋ 有异议，说明情况
proposals-ask-contest = 请用一条消息说明情况，打字或语音都行。
proposals-contest-kept = 已转给您的主管认定，有结果会告诉您。
proposals-contest-nobody = 已记下。目前没有能认定的主管，请直接联系上级。
proposals-uphold = 属实
proposals-withdraw = 撤销（误报）
proposals-ask-why = { $name } 已说明情况。认定属实请给出理由：点一个，或写一句。
proposals-why-heard = 已当面核实
proposals-why-record = 与登记不符
proposals-verdict-upheld = 状态：{ $by } { TIME($at) } 认定属实　{ $reason }
proposals-verdict-withdrawn = 状态：{ $by } { TIME($at) } 已撤销　{ $reason }
proposals-outcome =
    🚩 <b>{ $number } { $rule }</b>　{ DAY($day) }{ $minutes }
    { $verdict }
    制度写的是：{ $measure }
    { $state }
proposals-deadline-over =
    ⏰ <b>{ $name }</b> 的整改期限已过：{ $number } { $rule }（{ DAY($day) }{ $minutes }）
    { $measure }
    { $words }
    请看看整改得怎么样。{ $state }
proposals-own-line = 🚩 { DAY($day) } { $number } { $rule }{ $minutes }：{ $measure }。{ $state }
proposals-waiting = 🚩 待认定的提示 { $count } 条
proposals-not-yours = 这条提示不是给您的。
proposals-own = 自己的事由别人认定。
proposals-contested-already = 您在 { TIME($at) } 已经说明过，请等主管认定。
proposals-contest-needs-reason = 请写明情况，一句话也行。
proposals-uphold-needs-reason = 本人已说明情况，认定属实请给出理由。
proposals-is-upheld = 这条提示 { DAY($at) } { TIME($at) } 已认定属实。
proposals-is-withdrawn = 这条提示 { DAY($at) } { TIME($at) } 已撤销。
proposals-decided-meanwhile = 刚刚已有人处理，请重新打开查看。
