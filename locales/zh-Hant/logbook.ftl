logbook-sheet =
    📓 <b>工作日誌</b>　{ DAY($day) }{ $state }
    { $lines }
logbook-sent-at = 　✅ { TIME($at) } 已發
logbook-section-morning-notes = <b>晨會要點</b>
logbook-section-visits = <b>走訪與聯繫</b>
logbook-section-sales = <b>產品銷售</b>
logbook-section-main-business = <b>主要業務</b>
logbook-section-suggestions = <b>建議與體會</b>
logbook-section-memos = <b>備忘</b>
logbook-section-work-plan = <b>工作計劃</b>
logbook-section-appointments = <b>預約</b>
logbook-empty = 　—
logbook-own = 　▫️ { $words }
logbook-visit = 　📍 { TIME($at) } { $client }：{ $words }
logbook-no-record = 走訪記錄未寫
logbook-contact = 　☎️ { TIME($at) } { $client }：{ $words }
logbook-item = 　▫️ { $client } { $words }
logbook-item-done = 　✅ { $client } { $words }
logbook-task = 　▫️ { $words }
logbook-task-done = 　✅ { $words }
logbook-ticks = 　✅ 辦理到期事項 { $count } 項
logbook-add-morning-notes = ➕ 晨會要點
logbook-add-sales = ➕ 產品銷售
logbook-add-main-business = ➕ 主要業務
logbook-add-suggestions = ➕ 建議體會
logbook-add-memos = ➕ 備忘
logbook-add-work-plan = ➕ 工作計劃
logbook-add-what = { $section }：請寫一句。
logbook-send = 📨 發送日誌
logbook-send-again = 📨 重新發送
logbook-refresh = 🔄 刷新
logbook-look = 👀 先看看
logbook-sent = 📨 日誌已發給主管。
logbook-too-old = 只能補發最近 7 天的日誌；更早的請和主管說明。
logbook-ask = 📓 { DAY($day) }的工作日誌還沒發。走訪和聯繫已經填好，點一下就能發送，也可以先看看、補幾句。
logbook-received = 📓 <b>{ $unit }　{ DAY($day) }工作日誌</b>　收到 { $count } 份
    { $missing }
logbook-received-week = 🗓 <b>{ $unit }　{ DAY($day) }起的週小結</b>　收到 { $count } 份
    { $missing }
logbook-missing = 還差：{ $names }
logbook-complete = ✅ 都收到了。
logbook-unread = 📓 { $name }
logbook-read = 👁 { $name }
logbook-text = 📓 <b>{ $name }</b>
    { $words }

help-logbook-show = 工作日誌
