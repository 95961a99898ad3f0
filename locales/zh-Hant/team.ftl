team-board =
    👥 <b>{ $scope }</b>　{ TIME($at) }
    { $counts }

    { $lines }
team-counts = 共 { $people } 人　在外 { $far }（客戶處 { $client }，超時 { $overdue }）　待同意 { $waiting }　在行 { $inside }　坐班 { $duty }　請假 { $leave }　去向不明 { $unexplained }　非工作時間 { $off }
team-row-overdue = ⏰ <b>{ $name }</b>{ $unit } 超時 { SPAN($minutes) }{ $whom }{ $grade }{ $back }{ $late }{ $owed }{ $unread }
team-row-unexplained = ❓ <b>{ $name }</b>{ $unit } 去向不明{ $owed }{ $unread }
team-row-at-client = 📍 { $name }{ $unit } 在客戶處{ $whom }{ $grade }{ $since }{ $back }{ $late }{ $owed }{ $unread }
team-row-out = 🚗 { $name }{ $unit } 外出{ $whom }{ $since }{ $back }{ $late }{ $owed }{ $unread }
team-row-waiting = ⏳ { $name }{ $unit } 等同意外出{ $whom }{ $back }{ $owed }{ $unread }
team-row-on-duty = 🪑 { $name }{ $unit } 坐班{ $owed }{ $unread }
team-row-in = 🏢 { $name }{ $unit } 在行{ $heard }{ $owed }{ $unread }
team-row-on-leave = 🌴 { $name }{ $unit } 請假{ $back }{ $standin }{ $owed }{ $unread }
team-row-off = 💤 { $name }{ $unit } 非工作時間{ $owed }{ $unread }
team-row-not-enrolled = ✉️ { $name }{ $unit } 未登記{ $owed }{ $unread }
team-of-unit = （{ $name }）
team-whom = ：{ $client }
team-since = ，{ TIME($at) } 起
team-heard = ，{ TIME($at) } 有消息
team-grade = （{ $grade }）
team-mark-late = ，補報
team-mark-records = ，欠記錄 { $count }
team-mark-unread = ，待閱 { $count }
team-nobody = 這裡還沒有外勤人員。
team-unit-line = ▪️ <b>{ $name }</b>　{ $people } 人：在外 { $out }　超時 { $overdue }　去向不明 { $unexplained }
team-more = ……還有 { $count } 人，見各單位。
team-name = { $name }
team-page-before = ◀ { $page }/{ $pages }
team-page-after = { $page }/{ $pages } ▶
team-all = ⬆️ 全部
team-all-units = 所轄單位
team-not-yours = 這不在您的管轄範圍內。
team-person =
    👤 <b>{ $name }</b>　{ $unit }　（{ TIME($at) } 更新）
    { $lines }
team-see-visit = 📍 { $client } { TIME($at) }
team-read-record = 📄 { $client } 記錄
team-read-older = 📄 { DAY($day) } { $client } 待閱
team-back = ⬅️ 返回
help-team-board = 團隊動態
team-count-overdue = ⏰ 超時 { $count }
team-count-unexplained = ❓ 不明 { $count }
team-count-far = 🚗 在外 { $count }
team-count-at-client = 📍 客戶處 { $count }
team-count-waiting = ⏳ 待同意 { $count }
team-count-late = 🕘 遲到補報 { $count }
team-count-in = 🏢 在行 { $count }
team-count-on-duty = 🪑 坐班 { $count }
team-count-on-leave = 🌴 請假 { $count }
team-count-off = 💤 其他 { $count }
team-everybody = 👥 全體
team-map = 🗺 地圖
team-map-coming = 正在畫圖，馬上就好。
team-map-caption =
    🗺 圖上 { $shown } 人：正在客戶處的按簽到位置，路上的按要去的客戶。
    { $hidden }
team-map-hidden = 另有 { $count } 人沒有位置可畫。
team-map-empty = 現在沒有人在外
team-map-at = { TIME($at) }
team-map-since = { TIME($at) } 起
team-map-at-client = 客戶處
team-map-out = 路上
team-map-overdue = 超時
team-map-client = 客戶
team-plan = 🗓 <b>還要做的</b>
team-plan-line = ▫️ { $when } { $sort }{ $client } { $text }
team-plan-hour = { TIME($at) }
team-plan-day = { DAY($day) }
team-plan-client = ：{ $client }
team-plan-planned-visit = 計劃走訪
team-plan-next-step = 下一步
team-plan-promise = 承諾事項
team-plan-call = 電話聯繫
team-plan-task = 主管交辦
team-plan-reminder = 自設提醒
team-standin = ，{ $name } 代
