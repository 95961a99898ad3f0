brief-sheet =
    📣 <b>{ $unit }　{ DAY($day) }晨會</b>
    { $lines }
    到時間會寫進每個人的晨報。
brief-empty = 還沒有通知和交辦。
brief-notice = { $number }. 📣 { $words }
brief-task = 👤 { $name }：{ $words }
brief-drop = 🗑 刪掉通知 { $number }
brief-say = ➕ 加一條通知
brief-give = 👤 給個人交辦
brief-say-what = 請寫要通知大家的一句話，例如「週五前報送季度檢查材料」。
brief-who = 交辦給誰？
brief-name = { $name }
brief-back = ⬅️ 返回
brief-task-what = 交辦給{ $name }什麼事？請寫一句。

help-brief-edit = 晨會通知和交辦
