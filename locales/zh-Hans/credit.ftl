help-credit-calendar = 信贷日历：评级、授信、贷款、结息、对账；「/credit 鼎盛 授信 明年3月31日到期」登记一项
credit-list =
    📆 信贷日历：{ $open } 件要办，共 { $all } 件
    { $lines }
credit-none = 📆 近期没有到期的评级、授信、贷款、结息或对账。登记一项：「/credit 鼎盛 授信 明年3月31日到期 二级分行」。
credit-line-open = 🔔 <b>{ $client }</b> { $sort } { $left }：{ $todo }，{ DAY($by) }前（{ $rule }）
credit-line-late = ❗ <b>{ $client }</b> { $sort } { $left }：{ $todo }，应在 { DAY($by) }前（{ $rule }）
credit-line-quiet = ▫️ <b>{ $client }</b> { $sort } { $left }，{ DAY($opens) }起再办
credit-open-item = { $client } { $sort }
credit-open = 📆 办理
credit-before = ◀
credit-after = ▶
credit-sort-rating = 评级
credit-sort-line = 授信
credit-sort-loan = 贷款
credit-sort-interest = 结息
credit-sort-reconciliation = 对账
credit-level-head-office = 总行审批
credit-level-tier1 = 一级分行审批
credit-level-tier2 = 二级分行审批
credit-left-end-ahead = 还有 { $days } 天到期（{ DAY($on) }）
credit-left-end-today = 今天到期（{ DAY($on) }）
credit-left-end-past = 已过期 { $days } 天（{ DAY($on) }）
credit-left-again-ahead = 还有 { $days } 天（{ DAY($on) }）
credit-left-again-today = 就是今天（{ DAY($on) }）
credit-left-again-past = 已过 { $days } 天（{ DAY($on) }）
credit-left-closed = { DAY($on) }已结清
credit-todo-notice = 发到期通知
credit-todo-start = 发起评级
credit-todo-diligence = 做完尽职调查
credit-todo-file = 报送审批行（{ $system }）
credit-todo-renew = 盯住新的批下来
credit-todo-notify = 通知客户到期
credit-todo-talk = 谈还款或续贷
credit-todo-repay = 收回或续贷
credit-todo-check = 查扣息账户余额
credit-todo-remind = 提醒客户
credit-todo-taken = 核对是否足额扣息
credit-todo-confirm = 收回对账回执
credit-step-notice = 到期通知
credit-step-start = 发起评级
credit-step-diligence = 尽职调查
credit-step-file = 报送审批行（{ $system }）
credit-step-renew = 新的已生效
credit-step-notify = 通知客户
credit-step-talk = 谈还款或续贷
credit-step-repay = 还清
credit-step-relend = 续贷
credit-step-check = 查余额
credit-step-remind = 提醒客户
credit-step-taken = 足额扣息
credit-step-short = 扣息不足
credit-step-confirm = 收回回执
credit-stage-done = ✅ { $step }
credit-stage-open = ▫️ { $step }：{ DAY($opens) }起，{ DAY($by) }前（{ $rule }）
credit-stage-late = ❗ { $step }：应在 { DAY($by) }前，{ DAY($opens) }起（{ $rule }）
credit-tick-notice = ✔ 通知已发
credit-tick-start = ✔ 评级已发起
credit-tick-diligence = ✔ 尽调已完成
credit-tick-file = ✔ 已报 { $system }
credit-tick-renew = ✔ 新的已生效
credit-tick-notify = ✔ 已通知客户
credit-tick-talk = ✔ 已谈过
credit-tick-repay = ✔ 已还清
credit-tick-relend = ✔ 已续贷
credit-tick-check = ✔ 余额已查
credit-tick-remind = ✔ 已提醒客户
credit-tick-taken = ✔ 已足额扣息
credit-tick-short = ✖ 扣息不足
credit-tick-confirm = ✔ 回执已收
credit-card =
    📆 <b>{ $client }</b>　{ $sort } { $number }
    { $left }　{ $level }
    { $lines }
credit-ticked = 已记：{ $step }
credit-untick = ↩ 撤销：{ $step }
credit-unticked = 已撤销：{ $step }
credit-ask-file = 在 { $system } 的编号是多少？
credit-without-number = 没有编号
credit-no-number = 好的，不记编号。
credit-number-unclear = 编号只用字母、数字和 - _ . /，最多 40 位。请再写一次，或点「没有编号」。
credit-ask-renew = { $client } 新的到哪天为止？例如「2027-03-31」。
credit-ask-relend = { $client } 新贷款哪天到期？例如「2027-03-31」。
credit-day-unclear = 没看懂日子。请写成「2027-03-31」或「明年3月31日」。
credit-not-ticked = 好的，没有记。
credit-already-ticked = 这一步已经记过了。
credit-closed = { DAY($on) }已经结清，没有要办的了。
credit-no-such-step = 这一步不属于这类事项。
credit-not-yet = 要到 { DAY($on) }当天才能记结果。
credit-needs-day = 请说明新的到期日。
credit-day-not-later = 新的到期日应晚于 { DAY($before) }。
credit-changed = 刚才有人改动了这一项，请重新打开看看。
credit-nothing-to-undo = 没有可以撤销的。
credit-not-your-tick = 只有记的人可以撤销。
credit-undo-too-late = 超过一小时，不能撤销了。请联系综合信息员更正。
credit-short-told = ❗ { $who }：<b>{ $client }</b> 扣息不足，今日形成欠息，请关注（K12、T01）。
credit-entry-ask-client = 是哪位客户？写名字或客户号。
credit-entry-which = 是哪一位？
credit-entry-client = { $client }
credit-entry-ask-sort = { $client }：登记哪一类？
credit-entry-ask-level = 由哪一级审批？
credit-entry-ask-day = 哪天到期？例如「2027-03-31」「明年3月31日」。
credit-entry-card =
    📝 请核对
    <b>{ $client }</b>　{ $sort } { $number }
    { DAY($on) }　{ $level }
credit-entry-confirm = ✅ 登记
credit-entry-discard = 🗑 放弃
credit-entry-dropped = 好的，没有登记。
credit-entry-stored = ✅ 已登记
credit-entry-there = { $number } 已经登记过了。用 /credit 查看。
credit-entry-past = { DAY($on) }已经过去了。请写今天或以后的日子。
credit-table-button = 📋 到期表
credit-table-due =
    📋 <b>{ $unit }</b> 到期表：{ DAY($first) }－{ DAY($last) }，{ $count } 笔（T02、K20）
    { $lines }
credit-table-none = 📋 <b>{ $unit }</b> 到 { DAY($last) } 没有到期的评级、授信和贷款。
credit-table-line = { DAY($on) }　<b>{ $client }</b> { $sort }　{ $who }
credit-table-line-past = ❗ { DAY($on) }　<b>{ $client }</b> { $sort } 已过期　{ $who }
credit-table-nobody = 无管户人
credit-table-more = ……另有 { $count } 笔
credit-table-lapsed =
    ❗ 贷款到期未还，请当天处理（T01）
    { $lines }
