help-planning-plan = 走訪計劃（日、週、月）；「/plan 下週二去鼎盛看廠房」加一條
planning-day =
    🗓 <b>{ DAY($first) }</b>　{ $tally }
    { $lines }
planning-week =
    🗓 <b>{ DAY($first) }－{ DAY($last) }</b>　{ $tally }
    { $lines }
planning-month =
    🗓 <b>{ DAY($first) }－{ DAY($last) }</b>　{ $tally }
    { $lines }
    { $rates }
planning-rate-v13 = 白金及以上上門走訪 { $reached }/{ $all }{ $missing ->
        [0] ，已達標
       *[other] ，還差 { $missing } 戶
    } (V13)
planning-rate-v14 = 金卡面訪 { $reached }/{ $all }{ $missing ->
        [0] ，已達標
       *[other] ，還差 { $missing } 戶
    } (V14)
planning-tally = 計劃 { $planned }，完成 { $done }{ $dropped ->
        [0] {""}
       *[other] ，取消 { $dropped }
    }
planning-week-line = { DAY($first) }－{ DAY($last) }：{ $tally }
planning-day-heading = <b>{ DAY($on) }</b>
planning-today-heading = <b>{ DAY($on) } 今天</b>
planning-free = 　—
planning-line-open-day = 　• { $what }
planning-line-open-at = 　• { TIME($at) } { $what }
planning-line-missed-day = 　⚠️ { $what }（還沒去，請改期或取消）
planning-line-missed-at = 　⚠️ { TIME($at) } { $what }（還沒去，請改期或取消）
planning-line-done-day = 　✅ { $what }
planning-line-done-at = 　✅ { TIME($at) } { $what }
planning-line-dropped-day = 　<s>{ $what }</s>
planning-line-dropped-at = 　<s>{ TIME($at) } { $what }</s>
planning-what = { $client }　{ $text }
planning-next-step = 下一步：{ $what }
planning-promise = 答應過：{ $what }
planning-task = 任務：{ $what }
planning-call = 電話：{ $what }
planning-reminder = 提醒：{ $what }
planning-something = 走訪
planning-item = { DAY($on) }　{ $what }
planning-see-week = { DAY($on) }這一週
planning-before = ◀
planning-after = ▶
planning-to-day = 日
planning-to-week = 週
planning-to-month = 月
planning-add = ➕ 加一條
planning-open = 打開
planning-plan-visit = 🗓 安排走訪
planning-ask = 要去哪家、哪天、辦什麼？例如「下週二去鼎盛看廠房」。
planning-ask-client = 去哪位客戶那裡？點一個，或寫名字。
planning-which = 是哪一位？
planning-client-button = { $client }
planning-no-client = 還不是客戶
planning-ask-day = 哪天去 { $client }？點一個，或直接寫，例如「下週二」「8月20日下午三點」。
planning-day-button = { DAY($on) }
planning-day-unclear = 沒看懂日子。請寫「下週二」或「8月20日」。
planning-nothing = 好的，沒有改動。
planning-there-already = { DAY($day) }已經安排了這位客戶。用 /plan 查看。
planning-not-its-day = 這次走訪安排在 { DAY($day) }。要今天去，請先改期到今天。
planning-stored = 🗓 已列入計劃：{ $when }　<b>{ $what }</b>
planning-stored-free = 🗓 已列入計劃：{ $when }（不是工作日）　<b>{ $what }</b>
planning-when-day = { DAY($on) }
planning-when-at = { DAY($at) } { TIME($at) }
planning-card-open = 🗓 { $when }　<b>{ $what }</b>
planning-card-done = ✅ { $when }　<b>{ $what }</b>　已完成
planning-card-dropped =
    🗑 { $when }　<b>{ $what }</b>　已取消
    原因：{ $outcome }
planning-moved = ➡️ 已改到 { $when }　<b>{ $what }</b>（改過 { $moved } 次）
planning-go = 🚶 現在出發
planning-move = ➡️ 改期
planning-drop = 🗑 取消
planning-ask-move = 現定 { DAY($on) }。改到哪天？點一個，或直接寫。
planning-ask-why = 為什麼取消？點一個，或寫一句。
planning-why-client = 客戶沒空
planning-why-urgent = 有更急的事
planning-why-done = 已電話談妥
planning-why-needless = 不需要去了
