logbook-sheet =
    📓 <b>工作日志</b>　{ DAY($day) }{ $state }
    { $lines }
logbook-sent-at = 　✅ { TIME($at) } 已发
logbook-section-morning-notes = <b>晨会要点</b>
logbook-section-visits = <b>走访与联系</b>
logbook-section-sales = <b>产品销售</b>
logbook-section-main-business = <b>主要业务</b>
logbook-section-suggestions = <b>建议与体会</b>
logbook-section-memos = <b>备忘</b>
logbook-section-work-plan = <b>工作计划</b>
logbook-section-appointments = <b>预约</b>
logbook-empty = 　—
logbook-own = 　▫️ { $words }
logbook-visit = 　📍 { TIME($at) } { $client }：{ $words }
logbook-no-record = 走访记录未写
logbook-contact = 　☎️ { TIME($at) } { $client }：{ $words }
logbook-item = 　▫️ { $client } { $words }
logbook-item-done = 　✅ { $client } { $words }
logbook-task = 　▫️ { $words }
logbook-task-done = 　✅ { $words }
logbook-ticks = 　✅ 办理到期事项 { $count } 项
logbook-add-morning-notes = ➕ 晨会要点
logbook-add-sales = ➕ 产品销售
logbook-add-main-business = ➕ 主要业务
logbook-add-suggestions = ➕ 建议体会
logbook-add-memos = ➕ 备忘
logbook-add-work-plan = ➕ 工作计划
logbook-add-what = { $section }：请写一句。
logbook-send = 📨 发送日志
logbook-send-again = 📨 重新发送
logbook-refresh = 🔄 刷新
logbook-look = 👀 先看看
logbook-sent = 📨 日志已发给主管。
logbook-too-old = 只能补发最近 7 天的日志；更早的请和主管说明。
logbook-ask = 📓 { DAY($day) }的工作日志还没发。走访和联系已经填好，点一下就能发送，也可以先看看、补几句。
logbook-received = 📓 <b>{ $unit }　{ DAY($day) }工作日志</b>　收到 { $count } 份
    { $missing }
logbook-received-week = 🗓 <b>{ $unit }　{ DAY($day) }起的周小结</b>　收到 { $count } 份
    { $missing }
logbook-missing = 还差：{ $names }
logbook-complete = ✅ 都收到了。
logbook-unread = 📓 { $name }
logbook-read = 👁 { $name }
logbook-text = 📓 <b>{ $name }</b>
    { $words }

help-logbook-show = 工作日志
