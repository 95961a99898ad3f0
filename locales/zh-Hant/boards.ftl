boards-today =
    📋 <b>今天　{ DAY($day) }</b>　（{ TIME($at) } 更新）
    { $lines }
    { $owed }
boards-owed = 📝 還差 { $count } 份走訪記錄，點下面的按鈕直接寫。
boards-refresh = 🔄 重新整理
boards-when-left = ⏱ { $client } { TIME($at) }：幾點離開的？
boards-nothing-yet = 今天還沒有安排。外出前說一句就行。
boards-on-leave = 🌴 請假，到 { DAY($until) } { TIME($until) }
boards-on-duty = 🪑 今天坐班
boards-outing-waiting = ⏳ 外出等主管同意{ $back }
boards-outing-declared = 🚗 已登記外出，{ TIME($at) } 出發{ $back }
boards-outing-out = 🚗 { TIME($at) } 外出{ $back }
boards-outing-overdue = ⏰ 已超時 { $minutes } 分鐘
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

boards-team =
    👥 <b>{ $scope }</b>　{ TIME($at) }
    { $counts }

    { $lines }
boards-counts = 共 { $people } 人　在外 { $far }（客戶處 { $client }，超時 { $overdue }）　待同意 { $waiting }　在行 { $inside }　坐班 { $duty }　請假 { $leave }　去向不明 { $unexplained }　非工作時間 { $off }
boards-row-overdue = ⏰ <b>{ $name }</b>{ $unit } 超時 { $minutes } 分鐘{ $whom }{ $grade }{ $back }{ $late }{ $owed }{ $unread }
boards-row-unexplained = ❓ <b>{ $name }</b>{ $unit } 去向不明{ $owed }{ $unread }
boards-row-at-client = 📍 { $name }{ $unit } 在客戶處{ $whom }{ $grade }{ $since }{ $back }{ $late }{ $owed }{ $unread }
boards-row-out = 🚗 { $name }{ $unit } 外出{ $whom }{ $since }{ $back }{ $late }{ $owed }{ $unread }
boards-row-waiting = ⏳ { $name }{ $unit } 等同意外出{ $whom }{ $back }{ $owed }{ $unread }
boards-row-on-duty = 🪑 { $name }{ $unit } 坐班{ $owed }{ $unread }
boards-row-in = 🏢 { $name }{ $unit } 在行{ $heard }{ $owed }{ $unread }
boards-row-on-leave = 🌴 { $name }{ $unit } 請假{ $back }{ $owed }{ $unread }
boards-row-off = 💤 { $name }{ $unit } 非工作時間{ $owed }{ $unread }
boards-row-not-enrolled = ✉️ { $name }{ $unit } 未登記{ $owed }{ $unread }
boards-of-unit = （{ $name }）
boards-whom = ：{ $client }
boards-since = ，{ TIME($at) } 起
boards-heard = ，{ TIME($at) } 有消息
boards-grade = （{ $grade }）
boards-mark-late = ，補報
boards-mark-records = ，欠記錄 { $count }
boards-mark-unread = ，待閱 { $count }
boards-nobody = 這裡還沒有外勤人員。
boards-unit-line = ▪️ <b>{ $name }</b>　{ $people } 人：在外 { $out }　超時 { $overdue }　去向不明 { $unexplained }
boards-more = ……還有 { $count } 人，見各單位。
boards-name = { $name }
boards-page-before = ◀ { $page }/{ $pages }
boards-page-after = { $page }/{ $pages } ▶
boards-all = ⬆️ 全部
boards-all-units = 所轄單位
boards-not-yours = 這不在您的管轄範圍內。
boards-person =
    👤 <b>{ $name }</b>　{ $unit }　（{ TIME($at) } 更新）
    { $lines }
boards-see-visit = 📍 { $client } { TIME($at) }
boards-read-record = 📄 { $client } 記錄
boards-read-older = 📄 { DAY($day) } { $client } 待閱
boards-back = ⬅️ 返回

help-boards-today = 我的今天
help-boards-team = 團隊動態
