help-reminders-remind = 提醒自己：「三点提醒我给王总打电话」；不带话则列出待提醒的事
reminders-ask = 要提醒您什么、什么时候？例如「三点提醒我给王总打电话」「明天上午提醒我带合同」。
reminders-list =
    ⏰ 待提醒的事
    { $lines }

    要加一件，直接说就行；点下面的按钮可取消。
reminders-ask-what = 提醒您做什么？
reminders-ask-when = 「{ $what }」，什么时候提醒？也可以直接写，例如「三点半」「周五上午」。
reminders-when-unclear = 没看懂时间。请写「三点半」「半小时后」或「周五上午」。
reminders-in = { $minutes } 分钟后
reminders-tomorrow = 明天上午 9 点
reminders-nothing = 好的，没有设提醒。
reminders-only-once = 目前只能提醒一次，请说一个具体的时间，例如「下周三九点」。
reminders-past = { DAY($at) } { TIME($at) } 已经过去了，请说一个以后的时间。
reminders-too-far = 太远了：最多可以设一年以内的提醒。
reminders-kept =
    ⏰ { $when } 提醒您：
    { $what }
reminders-today-at = 今天 { TIME($at) }
reminders-on-day-at = { DAY($at) } { TIME($at) }
reminders-on-day = { DAY($on) } 上班时
reminders-off = 🗑 不用提醒了
reminders-drop = 🗑 { $text }
reminders-later = ⏳ 半小时后再说
reminders-later-said = ⏳ 好的，{ $when } 再提醒您：{ $what }
