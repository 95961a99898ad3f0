digest-morning =
    ☀️ <b>{ $name }，早上好</b>　{ DAY($day) }（{ TIME($at) }）
    { $lines }
digest-late =
    ☀️ <b>{ $name }，您好</b>　{ DAY($day) }（系統恢復較晚，{ TIME($at) } 才發）
    { $lines }
digest-again =
    📊 <b>{ $name }</b>　{ DAY($day) }（{ TIME($at) } 更新）
    { $lines }
digest-refresh = 🔄 刷新
digest-unexplained = ❓ 點名沒有消息 { $count } 人：{ $names }
digest-late-people = ⏱ 點名遲到 { $count } 人：{ $names }
digest-not-held = ❗ { $unit }本月還沒召開{ $what }
digest-leave-asked = 🌴 待批請假 { $count }：{ $names }
digest-outings-asked = 🚗 待同意外出 { $count }：{ $names }
digest-unread = 📄 待閲走訪記錄 { $count } 份：{ $names }
digest-deadlines = 📅 { $days } 天內到期 { $count } 筆：
digest-deadline = 　{ $client } { $what }，{ DAY($due) }，還有 { $days } 天
digest-away = 🌴 請假 { $count }：{ $names }
digest-duty = 🪑 坐班：{ $names }
digest-no-duty = 🪑 今天沒有排坐班
digest-planned = 📍 計劃拜訪 { $count } 戶：{ $names }
digest-none-planned = 📍 今天還沒有計劃拜訪
