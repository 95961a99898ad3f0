boards-today =
    📋 <b>今天　{ DAY($day) }</b>　（{ TIME($at) } 更新）
    { $lines }
    { $owed }
    { $todo }
boards-owed = 📝 还差 { $count } 份走访记录，点下面的按钮直接写。
boards-refresh = 🔄 刷新
boards-when-left = ⏱ { $client } { TIME($at) }：几点离开的？
boards-nothing-yet = 今天还没有安排。外出前说一句就行。
boards-on-leave = 🌴 请假，到 { DAY($until) } { TIME($until) }
boards-on-duty = 🪑 今天坐班
boards-outing-waiting = ⏳ 外出等主管同意{ $back }
boards-outing-declared = 🚗 已登记外出，{ TIME($at) } 出发{ $back }
boards-outing-out = 🚗 { TIME($at) } 外出{ $back }
boards-outing-overdue = ⏰ 已超时 { SPAN($minutes) }
boards-outing-returned = 🏢 { TIME($at) } 已返回
boards-outing-declined = 外出未获同意
boards-outing-cancelled = 外出已取消
boards-outing-late = （先出发后补报）
boards-back-by = ，{ TIME($at) } 前回
boards-stop = ▫️ 待去：{ $client }
boards-visit-ended = 📍 { TIME($arrived) }–{ TIME($left) } { $client }（{ $grade }{ $plan }）{ $record }
boards-visit-lasts = 📍 { TIME($arrived) } 起 { $client }（{ $grade }{ $plan }）{ $record }
boards-unplanned = ，计划外
boards-record-none = 　未写记录
boards-record-draft = 　记录未写完
boards-record-submitted = 　✅ 记录
boards-record-late = 　✅ 记录（迟交）
boards-record-reviewed = 　👁 已阅
boards-record-returned = 　↩️ 待补充
boards-forgotten = ❗ { DAY($at) } { TIME($at) } { $client }：没有离开时间
boards-contact = ☎️ { TIME($at) } { $client }（{ $channel }）{ $line }
boards-owed-before = 📝 { DAY($at) } { $client }：未写记录
boards-sent-back-before = ↩️ { DAY($at) } { $client }：记录被退回，待补充
boards-not-back = ❗ { DAY($at) } { TIME($at) } 外出：没有返回时间，说“昨天五点回来的”就补上
help-boards-today = 我的今天
