digest-morning =
    ☀️ <b>{ $name }，早上好</b>　{ DAY($day) }（{ TIME($at) }）
    { $lines }
digest-late =
    ☀️ <b>{ $name }，您好</b>　{ DAY($day) }（系统恢复较晚，{ TIME($at) } 才发）
    { $lines }
digest-again =
    📊 <b>{ $name }</b>　{ DAY($day) }（{ TIME($at) } 更新）
    { $lines }
digest-refresh = 🔄 刷新
digest-unexplained = ❓ 点名没有消息 { $count } 人：{ $names }
digest-late-people = ⏱ 点名迟到 { $count } 人：{ $names }
digest-not-held = ❗ { $unit }本月还没召开{ $what }
digest-leave-asked = 🌴 待批请假 { $count }：{ $names }
digest-outings-asked = 🚗 待同意外出 { $count }：{ $names }
digest-unread = 📄 待阅走访记录 { $count } 份：{ $names }
digest-deadlines = 📅 { $days } 天内到期 { $count } 笔：
digest-deadline = 　{ $client } { $what }，{ DAY($due) }，还有 { $days } 天
digest-away = 🌴 请假 { $count }：{ $names }
digest-duty = 🪑 坐班：{ $names }
digest-no-duty = 🪑 今天没有排坐班
digest-planned = 📍 计划拜访 { $count } 户：{ $names }
digest-none-planned = 📍 今天还没有计划拜访
