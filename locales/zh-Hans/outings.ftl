# ---- what is asked
outings-ask-client = 去哪家客户？点一个，或直接说一句，例如“去鼎盛纺织看厂房，四点半回”。
outings-which-client = 是哪一家？点一个；都不是就再说全一点。
outings-unknown-client = 您的客户里没有“{ $name }”。如果是新客户（线索），点下面的按钮；否则请再说一遍名称、编号或拼音首字母。
outings-is-lead = 新客户：{ $name }
outings-new-lead = ➕ 新客户（线索）
outings-ask-lead = 新客户叫什么？写单位名称或称呼即可。
outings-ask-matter = 去{ $whom }办什么事？点一个，或用自己的话写。
outings-ask-place = 在哪里见{ $whom }？点下面的按钮，或写地点。
outings-ask-return =
    { $legs }
    几点回来？点一个，或写时间，例如“16:30”“四点半”。
outings-ask-reason = 回来晚于 { TIME($hour) }，请说明原因。点一个，或直接写。
outings-not-understood-client = 没听出是哪家客户。请写名称、编号或拼音首字母。
outings-not-understood-lead = 请写新客户的名称。
outings-not-understood-matter = 请写去办什么事，例如“看厂房”。
outings-not-understood-place = 请写见面的地点。
outings-not-understood-return = 没看出时间。请写“16:30”“四点半”或“两小时后”这样的时间。
outings-not-understood-reason = 请写晚回来的原因，几个字就行。
outings-not-understood-card = 没看出要改什么。可以直接写“五点回”“改去华丰”，也可以点上面的按钮；确认请点“确认外出”。

# ---- the card
outings-card =
    📋 <b>外出登记，请核对</b>
    { $legs }
    出发：{ $depart }
    返回：{ TIME($back) }{ $reason }
    { $next }
outings-card-tells = 确认后即登记并告知主管。哪里不对，直接写出来就改。
outings-card-waits = 确认后请主管同意，同意后再出发。哪里不对，直接写出来就改。
outings-leg = · <b>{ $whom }</b>：{ $matter }（{ $place }）
outings-lead-name = { $name }（新客户）
outings-somebody = 客户
outings-no-matter = 未写事由
outings-at-theirs = 客户处
outings-now = 现在
outings-at = { TIME($at) }
outings-on-day-at = { DAY($at) } { TIME($at) }
outings-after-consent = 同意后出发
outings-because = （{ $reason }）
outings-button = { $text }
outings-time = { TIME($at) }
outings-confirm = ✅ 确认外出
outings-redo-client = 改客户
outings-redo-matter = 改事由
outings-redo-return = 改时间
outings-discard = 不登记了
outings-dropped = 好的，没有登记。
outings-card-over = 这张登记卡已经办完或已作废，请看最新的消息。
outings-matter-visit = 例行走访
outings-matter-check = 贷后检查
outings-matter-papers = 收送资料
outings-matter-sell = 营销业务
outings-why-client = 客户约在傍晚
outings-why-far = 路程较远
outings-why-several = 要走几家客户
outings-why-told-there = 到客户处才登记，已过规定时间：{ $matter }

# ---- an outing that was told
outings-card-out =
    🚗 <b>已登记外出</b>
    { $legs }
    出发：{ $depart }
    返回：{ TIME($back) }{ $reason }
    { $told }{ $late }
outings-card-declared =
    🗓 <b>已登记，还没出发</b>
    { $legs }
    出发：{ $depart }
    返回：{ TIME($back) }{ $reason }
    { $told }
outings-card-waiting =
    ⏳ <b>已提交，等主管同意后再出发</b>
    { $legs }
    出发：{ $depart }
    返回：{ TIME($back) }{ $reason }
    { $told }
outings-told-to = 已告知{ $name }。
outings-nobody-told = 暂时没有能收到消息的主管，请另外当面或电话报告。
outings-late-mark = （先离开、后登记）
outings-change = ✏️ 改
outings-cancel = 取消外出
outings-depart = 🚗 现在出发
outings-back = 🏢 我已返回

# ---- to the supervisor
outings-told =
    🚗 <b>{ $name }</b> 外出{ $late }
    { $legs }
    出发 { $depart }，返回 { TIME($back) }{ $reason }
outings-asks =
    🙋 <b>{ $name }</b> 申请外出{ $late }
    { $legs }
    出发 { $depart }，返回 { TIME($back) }{ $reason }
outings-agree = ✅ 同意
outings-decline = ✋ 不同意

# ---- coming back: the rule's own sentences
outings-return-soon = ⏰ { TIME($at) } 前要回到部门。回不来就点一下，连同原因一起延后；已经回来请点“我已返回”。
outings-return-due = ⏰ 已到 { TIME($at) }，还没有登记返回。已经回来请点“我已返回”；还回不来，请延后并说明原因。
outings-leaving-now = 到了计划的出发时间。
outings-when-back = { DAY($day) }外出没有登记返回。当时几点回到部门的？

# ---- why not
outings-already-declared = 这次外出已经登记过了。
outings-already-out = 您从 { TIME($since) } 起就在外出中。多去一家或换客户，请点“改”；已经回来，请点“我已返回”。
outings-overlaps = 您已登记 { TIME($since) } 起的另一次外出，时间重叠了。请先改或取消那一次，或把这次的时间错开。
outings-on-leave = 您在请假中（到 { DAY($until) } { TIME($until) }），不能登记外出。要提前销假，请先找主管。
outings-on-duty = 今天您坐班，不能外出。请先用 /duty 找同事换班。
outings-departure-past = 出发时间不在今天。请改成今天的时间，或不写出发时间（就是现在）。
outings-return-past = 返回时间已经过了，请写一个还没到的时间。
outings-return-before-departure = 返回要晚于出发（{ TIME($departure) }）。请改返回时间。
outings-return-other-day = 外出要当天返回，请写当天的时间。
outings-return-too-late = 最晚 { TIME($latest) } 返回，请写早一点的时间。
outings-incomplete = 还缺一点内容，请接着回答上面的问题。
outings-too-many-stops = 一次外出最多 { $most } 家客户，请分成两次。
outings-client-twice = 同一家客户写了两次，留一次就行。
outings-own-consent = 自己的外出要由别人同意。
outings-needs-no-consent = 这次外出不需要同意，已经登记。
outings-already-agreed = { TIME($at) } 已经同意过了。
outings-already-declined = { TIME($at) } 已经答复不同意。
outings-over = 这次外出已经结束。
outings-decline-needs-reason = 不同意请写原因，几个字就行。
outings-not-declared = 这次外出还没有登记。
outings-waiting = 主管还没有同意，请稍等。急的话请打电话。
outings-cancel-after-arrival = 已经到过客户处，不能取消；回来后请登记返回。
outings-cancel-needs-reason = 取消请写原因，几个字就行。
outings-already-back = { TIME($at) } 已经登记返回。
outings-not-out = 您现在没有外出登记。要外出，说一句就行，例如“去鼎盛纺织看厂房，四点半回”。
outings-back-before-leaving = 还没到出发时间。不去了请点“取消外出”。
outings-stop-over = 这家客户已经走访过或已去掉，不能再改。
outings-change-needs-reason = 改动要写原因，几个字就行。
outings-nothing-changed = 和原来一样，没有改动。
outings-cancel-instead = 这是唯一的一家；不去了请点“取消外出”。
outings-extended-enough = 已经延后 { $times } 次，不能再延。请尽快返回，或打电话报告主管。
outings-extension-needs-reason = 延后请写原因，几个字就行。
outings-extension-adds-nothing = 本来就可以到 { TIME($hour) }，不用延。

help-outings-declare = 外出登记
outings-departure-other-day = 出发要在外出当天、现在之后。换一天请先取消，再重新登记。
outings-errand = 外出办事
