brief-sheet =
    📣 <b>{ $unit }　{ DAY($day) }晨会</b>
    { $lines }
    到时间会写进每个人的晨报。
brief-empty = 还没有通知和交办。
brief-notice = { $number }. 📣 { $words }
brief-task = 👤 { $name }：{ $words }
brief-drop = 🗑 删掉通知 { $number }
brief-say = ➕ 加一条通知
brief-give = 👤 给个人交办
brief-say-what = 请写要通知大家的一句话，例如“周五前报送季度检查材料”。
brief-who = 交办给谁？
brief-name = { $name }
brief-back = ⬅️ 返回
brief-task-what = 交办给{ $name }什么事？请写一句。

help-brief-edit = 晨会通知和交办
