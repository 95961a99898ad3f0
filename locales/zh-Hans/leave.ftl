leave-kind-annual = 年假
leave-kind-personal = 事假
leave-kind-sick = 病假
leave-kind-maternity = 产假
leave-kind-paternity = 陪产假
leave-kind-marriage = 婚假
leave-kind-bereavement = 丧假
leave-kind-work_injury = 工伤假
leave-kind-compensatory = 调休
leave-kind-force_majeure = 不可抗力假
leave-kind-other = 其他假
leave-span-day = { DAY($first) }
leave-span-am = { DAY($first) }上午
leave-span-pm = { DAY($first) }下午
leave-span-days = { DAY($first) }{ $start }至 { DAY($last) }{ $end }
leave-span-hours = { DAY($start) } { TIME($start) }–{ TIME($end) }
leave-span-hours-across = { DAY($start) } { TIME($start) } 至 { DAY($end) } { TIME($end) }
leave-from-noon = 下午
leave-until-noon = 上午
leave-days-working = { $days } 个工作日{ $why }
leave-days-calendar = { $days } 个自然日{ $why }
leave-why = ，{ $one }
leave-and = { $one }，{ $other }
leave-why-make-up = { DAY($day) }调休上班
leave-why-holidays = { $count } 天放假不计
leave-why-weekend = { $count } 天周末不计
leave-why-unknown = { $year }年放假安排还没公布，公布后重新计算
leave-because =
    {""}
    事由：{ $reason }
leave-retroactive =
    {""}
    ⚠️ 事后补请，按旷工标记待定，须两人同意
leave-standin-ready =
    {""}
    工作交接：{ $name } 已接
leave-standin-asked =
    {""}
    工作交接：{ $name }（待对方同意）
leave-no-account =
    {""}
    余额：还没有登记，由人事核对
leave-balance =
    {""}
    余额：{ $before } 天，休后剩 { $after } 天
leave-ask-sort = 请哪种假？
leave-ask-when = 哪天休？点一个，或直接说，如“明天下午”“8月10号到12号”“明天9点到11点”。
leave-ask-half = 上午还是下午？
leave-half-am = 上午
leave-half-pm = 下午
leave-on = { DAY($day) }
leave-person = { $name }
leave-ask-standin = 休假期间工作交给谁？点一位同事，或写姓名；对方同意后才会送批。{ $name }
leave-standin-unknown = 本单位没有找到“{ $name }”。工作交给谁？点一位同事，或写完整姓名。
leave-card =
    <b>{ $kind }</b>（{ $name }）
    { $span }
    { $days }{ $balance }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }
    { $decides }{ $two }{ $proof }
leave-decides = 由 { $name } 审批
leave-nobody = 现在没有人可以审批，请直接联系上级；申请会留着。
leave-needs-two = ，并须上一级同意
leave-needs-proof =
    {""}
    需要证明，可以事后补交照片或文件
leave-confirm = ✅ 提交
leave-redo-sort = 换假别
leave-redo-when = 改时间
leave-redo-standin = 换交接人
leave-discard = ✖ 不请了
leave-dropped = 好的，没有提交请假。
leave-card-over = 这张请假卡已经过时，请用 /leave 重新开始。
leave-not-understood-sort = 没听懂是哪种假，请点一个，或写“年假”“病假”等。
leave-not-understood-when = 没听懂时间，请写如“明天下午”“8月10号到12号”，或点一天。
leave-not-understood-half = 请点上午或下午。
leave-not-understood-standin = 没找到这位同事，请点一位，或写完整姓名。
leave-not-understood-card = 没听懂要改什么。可以直接说新的时间、假别或交接人，或点“提交”。
leave-problem-impossible_date = 没有这一天（或这个钟点）。请重新说时间，或点一天。
leave-problem-weekday_mismatch = 日期和星期对不上。请只说日期，或点一天。
leave-problem-end_before_start = 结束要晚于开始。请从早到晚说，如“8月8号到10号”。
leave-sent =
    📨 请假已提交（{ $name }）
    <b>{ $kind }</b>　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $told }
leave-told = 已送 { $name } 审批
leave-told-standin = 先等 { $name } 同意交接，再送审批。
leave-overview =
    🌴 <b>我的请假</b>
    { $lines }
    要请假，点假别，或直接说一句，如“明天下午请半天事假，工作交给张敏”。
leave-none-yet = 还没有请过假。
leave-left = { $kind }余额 { $days } 天
leave-history = { $kind }　{ $span }　{ $days } 天　{ $status }{ $kept }
leave-status-submitted = 待审批
leave-status-handover_needed = 待交接
leave-status-handover_ready = 待审批
leave-status-approved = 已批准
leave-status-declined = 未批准
leave-status-active = 休假中
leave-status-ended = 已结束
leave-status-withdrawn = 已撤回
leave-status-cancelled = 已取消
leave-withdraw = ↩️ 撤回 { DAY($day) }
leave-come-back = 提前销假
leave-cancel = 全部取消
leave-prove = 📎 补交证明 { DAY($day) }
leave-withdrawn =
    ↩️ 已撤回（{ $name }）
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-change-asked =
    已提出提前结束（{ $name }）
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $told }
leave-ask-proof = 请发一张照片或一个文件作为证明；暂时没有可以说“取消”，以后再补。
leave-proof-kept = 📎 证明已收到。
leave-proof-later = 好的，证明以后再补，用 /leave 找到它。
leave-proof-missing = 📎 { $span }的请假还没有证明，请补交。
leave-handover-asks =
    🤝 { $name } 想把工作交给您
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }
leave-handover-accept = ✅ 我接
leave-handover-refuse = 不方便
leave-handover-why = 为什么不方便？写一句，{""}申请人会看到。
leave-handover-yours =
    ✅ 您已接下 { $name } 的工作
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-handover-not-yours =
    您没有接 { $name } 的工作
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-standin-said-yes =
    🤝 { $by } 已同意交接（{ $name }）
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $told }
leave-standin-said-no =
    { $by } 不方便接（{ $span }）：{ $why }
    请另点一位同事，或用 /leave 撤回。
leave-you-are-away = 您那几天自己也请假，不能接。请点“不方便”。
leave-asks =
    🌴 <b>{ $name }</b> 申请{ $kind }
    { $span }
    { $days }{ $balance }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }{ $affected }
    { $overlap }
    { $present }
leave-asks-again =
    ⏰ <b>{ $name }</b> 的{ $kind }还在等审批（{ DAY($since) } { TIME($since) } 提出）
    { $span }
    { $days }{ $balance }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }{ $affected }
    { $overlap }
    { $present }
leave-approve = ✅ 批准
leave-decline = ✋ 不批
leave-other-away = 同期休假：{ $name }　{ $span }
leave-other-asks = 同期申请：{ $name }　{ $span }
leave-nobody-else = 同期没有其他人请假
leave-present = 在岗 { $count } / { $most } 人
leave-too-few = ⚠️ 在岗只剩 { $count } / { $most } 人，低于要求
leave-open-records = 未交走访记录 { $count } 份
leave-nothing-open = 期间没有要交接的工作
leave-ask-why-no = 为什么不批？点一个，或直接写；申请人会看到。
leave-why-no-staff = 当天人手不够
leave-why-no-quarter = 季末不安排休假
leave-why-no-talk = 请先找我谈
leave-decline-needs-reason = 不批要写理由，请写一句。
leave-verdict-approved = ✅ { $by }{ $acting } { DAY($at) } { TIME($at) } 批准{ $reason }
leave-verdict-declined = ✋ { $by }{ $acting } { DAY($at) } { TIME($at) } 未批准：{ $reason }
leave-verdict-first = ☑️ { $by } { DAY($at) } { TIME($at) } 已同意，等上一级
leave-verdict-withdrawn = ↩️ 申请人 { DAY($at) } { TIME($at) } 撤回
leave-acting = （代 { $name } 审批）
leave-decided =
    <b>{ $name }</b> { $kind }
    { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $verdict }
leave-your-outcome =
    { $verdict }
    { $kind }　{ $span }（{ $name }）
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-approved-already = { $by } 已在 { DAY($at) } { TIME($at) } 批准，不用再处理。
leave-declined-already = { $by } 已在 { DAY($at) } { TIME($at) } 答复不批，不用再处理。
leave-somebody-was-first = 刚刚有人处理了这份申请，请看更新后的消息。
leave-second-must-differ = 您已经同意过，须由上一级再同意。
leave-next-level = 已有同级同意，须由上一级再同意。
leave-not-oneself = 自己的请假不能自己批，已送上级。
leave-over = 这份请假的时间已经过去，不能再批；请申请人补请。
leave-wish-cancel = 想取消全部假期
leave-wish-back = 想在 { DAY($at) } { TIME($at) } 提前销假
leave-change-asks =
    <b>{ $name }</b> { $wish }
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-change-agree = ✅ 同意
leave-change-refuse = ✋ 不同意
leave-change-over = 这个变更已经处理过了。
leave-change-yes = ✅ { $by } { TIME($at) } 同意提前结束
leave-change-no = ✋ { $by } { TIME($at) } 不同意提前结束
leave-end-before-start = 结束要晚于开始。请从早到晚说，如“8月8号到10号”。
leave-not-for-you = 您的岗位不能请这种假，请换一种。
leave-past-year = { $year }年的假不能再请，请联系人事；或说今年的日期。
leave-much-too-long = 一次最多请 { $most } 天，请分开请或改短。
leave-nothing-worked = { DAY($first) }起这段时间本来就不上班，不用请假。请说要上班的日子。
leave-longer-than-type = 这种假一次最多 { $most } 天，您说的是 { $days } 天。请改短，或换假别。
leave-unit-too-small = 这种假不能请这么短的时间，请换假别或按天请。
leave-overlaps = 这段时间和已有的请假重叠（{ DAY($first) } 至 { DAY($last) }）。请换时间，或先用 /leave 撤回原来的。
leave-worked-then = { DAY($at) } { TIME($at) } 有您的走访记录，这段时间已经在上班。请换时间。
leave-standin-self = 不能交给自己，请另选一位同事。
leave-standin-away = 这位同事那几天也不在，请另选一位。
leave-not-enough = 余额不够：要 { $days } 天，还剩 { $left } 天。请改短，或换一种假。
leave-too-soon = 这种假要提前 { $days } 天申请，请往后排，或换一种假。
leave-is-submitted = 这份请假还在等审批。
leave-is-handover_needed = 这份请假还在等交接人同意。
leave-is-handover_ready = 这份请假还在等审批。
leave-is-approved = 这份请假已经批准。
leave-is-declined = 这份请假已经答复不批。
leave-is-active = 假期已经开始，不能这样改；可以用 /leave 提前销假。
leave-is-ended = 这次假期已经结束。
leave-is-withdrawn = 申请人已经撤回，不用再处理。
leave-is-cancelled = 这份请假已经取消。
leave-handover-open = 工作交接还没有人接，暂时不能批准。
leave-handover-done = 交接已经答复过了。
leave-not-asked = 这次交接没有问您，不用处理。
leave-has-begun = 假期已经开始，不能撤回；可以用 /leave 提前销假。
leave-not-yours = 这不是您的请假。
leave-not-running = 这次假期现在没有在进行，请用 /leave 看最新状态。
leave-change-not-shorter = 只能提前结束，不能延长；要延长请另请一次。
leave-begins =
    🤝 从现在起您替 { $name }
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }
leave-back =
    👋 欢迎回来，您休假期间：
    { $lines }{ $standin }{ $kept }{ $coming }
leave-seen = { DAY($day) }　{ $by } 走访 { $whom }
leave-nothing-happened = 您的客户没有新的走访，也没有欠交的记录
leave-ask-standin-back =
    {""}
    工作由 { $name } 代管，请当面接回。
help-leave-ask = 请假、余额、审批进度
leave-quarter-end = ⚠️ 在季末最后 { $days } 天，原则上不安排休假，须 { $name } 特批
leave-next-level-up = 上一级
leave-piece-outing = · { DAY($day) } 外出：{ $whom } { $plan }
leave-piece-agenda-planned-visit = · { DAY($day) } 走访：{ $whom }{ $text } { $plan }
leave-piece-agenda-next-step = · { DAY($day) } 下一步：{ $whom }{ $text } { $plan }
leave-piece-agenda-promise = · { DAY($day) } 承诺：{ $whom }{ $text } { $plan }
leave-piece-agenda-call = · { DAY($day) } 联系：{ $whom }{ $text } { $plan }
leave-piece-agenda-task = · { DAY($day) } 任务：{ $whom }{ $text } { $plan }
leave-piece-agenda-reminder = · { DAY($day) } 提醒：{ $whom }{ $text } { $plan }
leave-piece-duty = · { DAY($day) } 坐班 { $plan }
leave-piece-credit-rating = · { DAY($day) } 评级到期：{ $whom } { $plan }
leave-piece-credit-line = · { DAY($day) } 授信到期：{ $whom } { $plan }
leave-piece-credit-loan = · { DAY($day) } 贷款到期：{ $whom } { $plan }
leave-piece-credit-interest = · { DAY($day) } 结息日：{ $whom } { $plan }
leave-piece-credit-reconciliation = · { DAY($day) } 对账：{ $whom } { $plan }
leave-piece-record = · { DAY($day) } 走访记录未交：{ $whom } { $plan }
leave-plan-give = → { $name }
leave-plan-postpone = → 休后再办
leave-plan-close = → 不办了
leave-plan-open = → 还没有安排
leave-more-pieces = ……还有 { $count } 项
leave-whom-and = { $one }、{ $other }
leave-affected =
    {""}
    👥 影响客户 { $count } 户：{ $names }
leave-affected-promised = { $whom }（有承诺）
leave-affected-expiring = { $whom }（将到期）
leave-affected-due = { $whom }（有安排）
leave-pieces-look = 📋 逐项交接（{ $count }）
leave-pieces =
    <b>休假期间的工作</b>
    { $lines }
    点一项，改由谁办或什么时候办。
leave-piece-number = 第 { $place } 项 · { DAY($day) }
leave-piece-ask =
    { $piece }
    交给谁？或者点下面怎么办。
leave-choose-postpone = ⏳ 休后再办
leave-choose-close = ✖ 不办了
leave-pieces-back = ‹ 返回
leave-pieces-done = ✅ 安排好了
leave-question-open =
    {""}
    ❓ 询问：{ $question }（待回答）
leave-question-answered =
    {""}
    ❓ { $question }
    💬 { $answer }
leave-protected =
    {""}
    🛡 保护期至 { DAY($day) }（L18）：保留休假前的等级
leave-ask-back = ❓ 先问一句
leave-ask-question = 想问什么？写一句，申请人会看到。
leave-question-sent = 已问 { $name }，回答后这份申请会再送来。
leave-question-empty = 请写一句要问的话。
leave-questioned = ❓ { $by } 问您的请假（{ $span }）：{ $question }
leave-answer = 💬 回答
leave-ask-answer =
    { $question }
    请写一句回答。
leave-answer-sent = 💬 已回答。{ $told }
leave-answer-kept = 💬 已记下，交接人同意后一起送批。
leave-answer-missing = ❓ 您的请假在等您回答：{ $question }
leave-answered = 已经回答过了。
leave-not-questioned = 这份请假没有待回答的问题。
leave-recounted =
    📅 该年的放假安排已经公布，重新计算：{ $name } { $kind }　{ $span }
    { $days }（原来 { $before } 天）
leave-back-done = { $what }：{ $by } 已办 { $outcome }
leave-back-dropped = { $what }：{ $by } 未办 { $outcome }
leave-due-next =
    {""}
    接下来几天要办：
leave-proof-came = 📎 { $who } 的请假证明（{ $span }）
leave-status-closed = 已销假
leave-is-closed = 这次假期已经销假。
leave-report-back = ✅ 我已回岗，销假
leave-closed = ✅ 已销假（{ $span }），{ DAY($at) } { TIME($at) }
leave-reported-back = 👋 { $who } 已回岗销假（{ $span }）
leave-standin-silent = { $names } 还没有答复交接（{ $span }），已再问一次。
