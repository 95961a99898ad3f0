returns-back =
    🏢 <b>已登记返回</b>　{ TIME($left) }–{ TIME($at) }，{ $span }
    { $owed }
returns-corrected =
    🏢 已补记：{ DAY($at) } { TIME($at) } 返回（补记）
    { $owed }
returns-span = 外出 { $hours ->
    [0] {""}
   *[other] { $hours } 小时{" "}
 }{ $minutes } 分钟
returns-nothing-owed = 没有欠交的走访记录。
returns-record-owed = 📝 还差走访记录：{ $whom }（{ DAY($at) } { TIME($at) }）
returns-record-sent-back = ↩️ 记录被退回，待补充：{ $whom }（{ DAY($at) } { TIME($at) }）
returns-left-as-planned = 🚗 已到 { TIME($at) }，按计划计为出发。不去了请说“取消外出”。
returns-extend = 延到 { TIME($at) }：{ $why }
returns-extend-other = 其他时间或原因
returns-why-talking = 客户还没谈完
returns-why-road = 路上堵车
returns-why-papers = 等客户盖章签字
returns-ask-until = 要延到几点？写时间，也可以连原因一起写，例如“18:00 客户还在盖章”。
returns-ask-why = 延到 { TIME($at) } 的原因？点一个，或直接写。
returns-extension-unclear = 请写延到几点和原因，例如“18:00 客户还在盖章”；不延了就写“算了”。
returns-extension-dropped = 好的，没有延后。
returns-extended = ⏱ 已延到 { TIME($at) }：{ $reason }
returns-other-time = 其他时间
returns-ask-time = { DAY($day) }几点回到部门的？写时间，例如“16:40”。
returns-time-unclear = 没看出时间。请写“16:40”“四点四十”这样的时间。
returns-time-ahead = 这个时间还没到，请写已经过去的时间。
returns-noted = 好的，已补记返回时间。
returns-not-back =
    ⏰ <b>{ TIME($at) } 还没回来的人</b>
    { $lines }
returns-late-line = · <b>{ $name }</b> { $whom }，{ TIME($since) } 出发，应 { TIME($due) } 回{ $minutes ->
    [0] {""}
   *[other] ，已超 { SPAN($minutes) }
 }
returns-extended-line = · <b>{ $name }</b> { $whom }，{ TIME($since) } 出发，已延到 { TIME($due) }：{ $reason }
returns-all-back = ✅ { TIME($at) }：外出的人都回来了。
returns-look = 🔄 刷新
help-returns-back = 登记返回
