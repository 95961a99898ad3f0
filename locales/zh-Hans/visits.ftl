visits-send-place = 📍 发送位置
visits-no-place = 没有定位

visits-where =
    { $lines }
    请点下面的「📍 发送位置」；手机不能定位时点「没有定位」。
visits-where-here = 您 { TIME($since) } 在 { $client } 签到，还没有离开。
visits-where-next = 下一站：<b>{ $client }</b>
visits-where-unplanned = 计划里的客户都走完了；去了别处也可以签到，会标明“计划外”。
visits-where-undeclared = 今天还没有登记外出。先发位置也行，我会帮您一起补登记。
visits-where-again = 请点「📍 发送位置」；不能定位就点「没有定位」，或写“到鼎盛纺织了”。
visits-phone-needed = 电脑版和网页版 Telegram 发不了位置，只把按钮上的字发了过来。请在手机上点「📍 发送位置」；手机也不能定位，就点「没有定位」或直接说“到鼎盛纺织了”。

visits-card =
    📍 <b>{ $client }</b>　{ TIME($at) } 签到
    { $lines }

visits-whom = 您到了哪一家？点一下，或直接写客户名称。
visits-whom-type = 您到了哪一家？请写客户名称或编号。
visits-whom-undeclared = 您还没有登记外出，位置已收好。您到了哪一家？点一下，或直接写客户名称，我帮您补登记并签到。
visits-whom-undeclared-type = 您还没有登记外出。您到了哪一家？请写客户名称或编号，我帮您补登记并签到。
visits-choice-planned = { $client }
visits-choice-planned-away = { $client }（{ $away }）
visits-choice-unplanned = { $client }（计划外）
visits-choice-unplanned-away = { $client }（计划外，{ $away }）
visits-choice-near = { $client }
visits-choice-near-away = { $client }（{ $away }）
visits-choice-lead = 新客户“{ $lead }”
visits-still-here = 还在 { $client }
visits-whom-first = 这次到访还没有签到：先说到的是哪一家（点上面的按钮或写名称），再说离开；不签到了请写“算了”。
visits-given-up = 好的，没有签到。
visits-new-lead = 您名下没有叫“{ $lead }”的客户。是新客户就点下面的按钮；不是的话，请再写一次名称或编号。
visits-declare-now = 您还没有登记外出。到 <b>{ $client }</b> 是为了什么？点一下就补登记并签到（会标明“先出门后登记”），也可以直接写事由。不是这一家，请写客户名称。
visits-matter-routine = 例行走访
visits-matter-business = 办理业务
visits-matter-after-loan = 贷后检查

visits-no-outing = 还没有登记外出。发一次位置，我帮您补登记并签到。
visits-outing-over = 这次外出已经结束。再次外出请先登记：发送 /out 。
visits-stop-dropped = 这一站已经从计划里取消了。请点「签到」重新选择客户。
visits-already-here = 您 { TIME($since) } 已在这家客户签到，不用再签。要离开请点「离开客户」。
visits-business-on-site = 业务访问要到客户现场；其他方式请选常规访问。
visits-already-left = 已登记 { TIME($at) } 离开，没有改动。
visits-left-before-arriving = 离开不能早于 { TIME($arrived) } 的签到，请写一个更晚的时间。
visits-left-too-late = 最晚只能是 { DAY($latest) } { TIME($latest) }，请写一个更早的时间。
visits-stayed-too-long = 一次走访最长 { $longest } 分钟，请写一个更早的时间。
visits-own-acceptance = 自己的走访要由主管来认可。
visits-already-accepted = { TIME($at) } 已认可过，没有改动。
visits-no-point = 这次走访没有（或已不再保存）位置，无从认可。

visits-when-left = 几点离开 <b>{ $client }</b>？{ DAY($arrived) } { TIME($arrived) } 签到以后还没有登记离开。会按“事后补记”保存。

help-visits-check_in = 到客户处签到
