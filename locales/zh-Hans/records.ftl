records-visit = <b>{ $client }</b>　{ DAY($arrived) } { TIME($arrived) }–{ TIME($left) }
records-visit-open = <b>{ $client }</b>　{ DAY($arrived) } { TIME($arrived) } 起

records-which = 有 { $count } 次走访还没写记录，先写哪一次？
records-write = 📝 { $client } { TIME($at) }
records-mend = ↩️ 补充：{ $client } { TIME($at) }
records-ask-all =
    { $visit }
    请用一条消息写下：见了谁（部门、职务）、为什么去、结果怎么样、下一步做什么。
    缺的我再问；号码会自动打码。
records-one-by-one = 一项一项问我
records-no-visit = 今天还没有走访，没有要写的记录。到了客户那里先签到；电话联系用 /contact 记一句就行。
records-none-owed = 走访记录都写好了，谢谢。
records-change-latest = ✏️ 修改：{ $client }
records-put-aside = 好，先放着。已写的都留着，点“走访记录”就接着写。

records-ask-who =
    { $known }
    ❓ 见了谁？请写对方姓名、部门和职务。
records-ask-purpose =
    { $known }
    ❓ 这次去的主要目的是什么？希望办成什么？
records-ask-result =
    { $known }
    ❓ 实际结果怎么样？了解到什么情况？
records-ask-next-step =
    { $known }
    ❓ 下一步做什么？什么时候？
records-ask-anew =
    请重新说一遍“{ $name }”。现在是：
    { $text }
records-name-who = 对象
records-name-purpose = 目的
records-name-result = 结果
records-name-next-step = 下一步
records-empty = （空）
records-not-understood = 没看出这句话要改哪一项：“{ $text }”。它留在原话里；要写进记录，点下面；没问题就点卡片上的“保存”。
records-which-sum = 记录里有几个金额：{ $sums }。请说清改哪一个，比如“把{ $first }改成……”。

records-card =
    📝 { $visit }
    { $lines }
records-block-who = <b>对象</b>　{ $text }
records-block-purpose = <b>目的</b>　{ $text }
records-block-result = <b>结果</b>　{ $text }
records-block-next-step = <b>下一步</b>　{ $text }
records-line-new-version = 保存后成为第 { $version } 版，原来的版本保留。
records-line-will-be-late = ⏰ 已过当日时限，保存后会标记为迟交。
records-save = ✅ 保存
records-fix-who = ✏️ 对象
records-fix-purpose = ✏️ 目的
records-fix-result = ✏️ 结果
records-fix-next-step = ✏️ 下一步
records-kind-routine = 常规访问
records-kind-business = 业务访问
records-way-on-site = 上门
records-way-outlet-reception = 网点接待
records-way-group-event = 活动
records-kind-as = 类别：{ $kind }
records-way-as = 方式：{ $way }
records-line-sort = 🏷 { $kind } · { $way }
records-elsewhere = 🔁 换客户或走访
records-discard = 🗑 不要了

records-handed-in = 已保存并提交。
records-handed-in-late = 已保存并提交，标记为迟交。
records-saved =
    ✅ 已提交　{ $visit }
    { $lines }
    { $owed }
records-still-owed = 还有 { $count } 次走访没写记录，点“走访记录”继续。
records-line-version = 第 { $version } 版
records-line-late = ⏰ 迟交：{ DAY($at) } { TIME($at) } 首次提交
records-line-reviewed = 👁 主管已阅（{ DAY($at) } { TIME($at) }）
records-line-returned = ↩️ 主管退回补充（{ DAY($at) } { TIME($at) }）
records-line-opinion = 💬 { $opinion }
records-line-ticked = ☑️ 已录入 PCRM（{ DAY($at) } { TIME($at) }）
records-tick = ☑️ 已录入 PCRM
records-ticked = 已记下。
records-change = ✏️ 修改
records-change-which =
    { $visit }
    { $lines }

    要改哪一项？改后成为新版本，原来的保留。
records-mend-which =
    { $visit }
    { $lines }

    请补充：要改哪一项？
records-discarded = 已丢弃，没有保存。这次走访的记录仍要写。
records-discarded-change = 修改已丢弃，原来的版本不变。

records-which-other = 是哪一次走访的记录？
records-moved = 已移到另一次走访，见下一条消息。
records-no-other-visit = 没有别的走访可换。

records-owed = · { $client }　{ DAY($at) } { TIME($at) }
records-returned = ↩️ { $client }　{ DAY($at) } { TIME($at) }（待补充）
records-owed-soon =
    📝 还有 { $count } 份走访记录没写，{ TIME($until) } 前写好就不算迟：
    { $lines }
records-missing =
    📝 还有 { $count } 份走访记录没写，已过当日时限，现在写会标记为迟交：
    { $lines }

records-not-yours = 只有走访的人自己可以写这份记录。
records-block-too-long = 这一项太长了，请控制在 { $longest } 个字以内。
records-nothing-changed = 内容和原来一样，没有改动。
records-already-submitted = 这份记录已经提交过了，没有待保存的内容。要改，请点“修改”。
records-incomplete = 还有内容没写完，写完再保存。
records-own-review = 不能审阅自己的记录，请由上一级或副职来看。
records-already-reviewed = 这份记录已经审阅过了（{ DAY($at) } { TIME($at) }）。
records-not-submitted = 这份记录还没有提交。
records-return-needs-reason = 退回要写明还需补充什么。
records-already-ticked = 已经记过录入 PCRM（{ DAY($at) } { TIME($at) }）。
records-dropped-already = 这份记录已经不在了。点“走访记录”重新写。

help-records-start = 写走访记录
