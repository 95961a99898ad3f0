# 重大事项
incidents-ask = 🚨 请用一句话说明发生了什么（打字或语音），例如“鼎盛纺织法定代表人变更”。
incidents-card =
    🚨 <b>重大事项：{ $sort }</b>
    { $client }
    { $text }
    ——
    点“立即上报”后马上通知：
    { $names }
incidents-client = 客户：{ $client }
incidents-name = ▫️ { $name }
incidents-nobody = （暂时没有可以通知的负责人）
incidents-tell = 🚨 立即上报（{ $count } 人）
incidents-drop = 不上报
incidents-dropped = 没有上报。
incidents-sent = 🚨 已上报。
incidents-sort-decision = 重大决策
incidents-sort-representative = 法定代表人变更
incidents-sort-accident = 事故
incidents-sort-disaster = 灾害
incidents-sort-bad-loan = 不良贷款预警
incidents-sort-legal = 诉讼查封
incidents-sort-standstill = 停产欠薪
incidents-sort-other = 其他重大事项
incidents-told =
    🚨 <b>重大事项：{ $sort }</b>
    { $unit } · { $reporter }　{ TIME($at) }
    { $client }

    { $text }
incidents-told-again =
    🚨 <b>请尽快阅处：{ $sort }</b>
    { $unit } · { $reporter }　{ TIME($at) } 上报
    { $client }

    { $text }
incidents-told-read =
    🚨 <b>重大事项：{ $sort }</b>
    { $unit } · { $reporter }　{ TIME($at) }

    { $text }

    ✓ 您已于 { TIME($read) } 阅悉
incidents-read = ✅ 已阅
incidents-thanks = 已告知上报人
incidents-receipts =
    🚨 { $sort }：{ $count } 人中已有 { $read } 人阅悉
    { $lines }
incidents-receipt-read = ✓ { $name } { TIME($at) }
incidents-receipt-unread = … { $name } 未阅
incidents-too-short = 请多写几个字，说明是哪家客户、发生了什么。
incidents-nobody-hears = 现在没有可以通知的上级，请直接打电话，并请管理员设置部门负责人。
incidents-already-read = 您在 { TIME($at) } 已经确认过了。
help-incidents-start = 上报客户重大事项
