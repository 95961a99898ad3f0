help-planning-plan = 走访计划（日、周、月）；「/plan 下周二去鼎盛看厂房」加一条
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
planning-rate-v13 = 白金及以上上门走访 { $reached }/{ $all }{ $missing ->
        [0] ，已达标
       *[other] ，还差 { $missing } 户
    } (V13)
planning-rate-v14 = 金卡面访 { $reached }/{ $all }{ $missing ->
        [0] ，已达标
       *[other] ，还差 { $missing } 户
    } (V14)
planning-tally = 计划 { $planned }，完成 { $done }{ $dropped ->
        [0] {""}
       *[other] ，取消 { $dropped }
    }
planning-week-line = { DAY($first) }－{ DAY($last) }：{ $tally }
planning-day-heading = <b>{ DAY($on) }</b>
planning-today-heading = <b>{ DAY($on) } 今天</b>
planning-free = 　—
planning-line-open-day = 　• { $what }
planning-line-open-at = 　• { TIME($at) } { $what }
planning-line-missed-day = 　⚠️ { $what }（还没去，请改期或取消）
planning-line-missed-at = 　⚠️ { TIME($at) } { $what }（还没去，请改期或取消）
planning-line-done-day = 　✅ { $what }
planning-line-done-at = 　✅ { TIME($at) } { $what }
planning-line-dropped-day = 　<s>{ $what }</s>
planning-line-dropped-at = 　<s>{ TIME($at) } { $what }</s>
planning-what = { $client }　{ $text }
planning-next-step = 下一步：{ $what }
planning-promise = 答应过：{ $what }
planning-task = 任务：{ $what }
planning-call = 电话：{ $what }
planning-reminder = 提醒：{ $what }
planning-something = 走访
planning-item = { DAY($on) }　{ $what }
planning-see-week = { DAY($on) }这一周
planning-before = ◀
planning-after = ▶
planning-to-day = 日
planning-to-week = 周
planning-to-month = 月
planning-add = ➕ 加一条
planning-open = 打开
planning-plan-visit = 🗓 安排走访
planning-ask = 要去哪家、哪天、办什么？例如「下周二去鼎盛看厂房」。
planning-ask-client = 去哪位客户那里？点一个，或写名字。
planning-which = 是哪一位？
planning-client-button = { $client }
planning-no-client = 还不是客户
planning-ask-day = 哪天去 { $client }？点一个，或直接写，例如「下周二」「8月20日下午三点」。
planning-day-button = { DAY($on) }
planning-day-unclear = 没看懂日子。请写「下周二」或「8月20日」。
planning-nothing = 好的，没有改动。
planning-there-already = { DAY($day) }已经安排了这位客户。用 /plan 查看。
planning-not-its-day = 这次走访安排在 { DAY($day) }。要今天去，请先改期到今天。
planning-stored = 🗓 已列入计划：{ $when }　<b>{ $what }</b>
planning-stored-free = 🗓 已列入计划：{ $when }（不是工作日）　<b>{ $what }</b>
planning-when-day = { DAY($on) }
planning-when-at = { DAY($at) } { TIME($at) }
planning-card-open = 🗓 { $when }　<b>{ $what }</b>
planning-card-done = ✅ { $when }　<b>{ $what }</b>　已完成
planning-card-dropped =
    🗑 { $when }　<b>{ $what }</b>　已取消
    原因：{ $outcome }
planning-moved = ➡️ 已改到 { $when }　<b>{ $what }</b>（改过 { $moved } 次）
planning-go = 🚶 现在出发
planning-move = ➡️ 改期
planning-drop = 🗑 取消
planning-ask-move = 现定 { DAY($on) }。改到哪天？点一个，或直接写。
planning-ask-why = 为什么取消？点一个，或写一句。
planning-why-client = 客户没空
planning-why-urgent = 有更急的事
planning-why-done = 已电话谈妥
planning-why-needless = 不需要去了
