boards-today =
    📋 <b>今天　{ DAY($day) }</b>　（{ TIME($at) } 更新）
    { $lines }
    { $owed }
    { $todo }
boards-owed = 📝 還差 { $count } 份走訪記錄，點下面的按鈕直接寫。
boards-refresh = 🔄 重新整理
boards-when-left = ⏱ { $client } { TIME($at) }：幾點離開的？
boards-nothing-yet = 今天還沒有安排。外出前說一句就行。
boards-on-leave = 🌴 請假，到 { DAY($until) } { TIME($until) }
boards-on-duty = 🪑 今天坐班
boards-outing-waiting = ⏳ 外出等主管同意{ $back }
boards-outing-declared = 🚗 已登記外出，{ TIME($at) } 出發{ $back }
boards-outing-out = 🚗 { TIME($at) } 外出{ $back }
boards-outing-overdue = ⏰ 已超時 { SPAN($minutes) }
boards-outing-returned = 🏢 { TIME($at) } 已返回
boards-outing-declined = 外出未獲同意
boards-outing-cancelled = 外出已取消
boards-outing-late = （先出發後補報）
boards-back-by = ，{ TIME($at) } 前回
boards-stop = ▫️ 待去：{ $client }
boards-visit-ended = 📍 { TIME($arrived) }–{ TIME($left) } { $client }（{ $grade }{ $plan }）{ $record }
boards-visit-lasts = 📍 { TIME($arrived) } 起 { $client }（{ $grade }{ $plan }）{ $record }
boards-unplanned = ，計畫外
boards-record-none = 　未寫記錄
boards-record-draft = 　記錄未寫完
boards-record-submitted = 　✅ 記錄
boards-record-late = 　✅ 記錄（遲交）
boards-record-reviewed = 　👁 已閱
boards-record-returned = 　↩️ 待補充
boards-forgotten = ❗ { DAY($at) } { TIME($at) } { $client }：沒有離開時間
boards-contact = ☎️ { TIME($at) } { $client }（{ $channel }）{ $line }
boards-owed-before = 📝 { DAY($at) } { $client }：未寫記錄
boards-sent-back-before = ↩️ { DAY($at) } { $client }：記錄被退回，待補充
boards-not-back = ❗ { DAY($at) } { TIME($at) } 外出：沒有返回時間，說「昨天五點回來的」就補上
help-boards-today = 我的今天
