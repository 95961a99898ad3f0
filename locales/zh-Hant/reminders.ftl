help-reminders-remind = 提醒自己：「三點提醒我給王總打電話」；不帶話則列出待提醒的事
reminders-ask = 要提醒您什麼、什麼時候？例如「三點提醒我給王總打電話」「明天上午提醒我帶合同」。
reminders-list =
    ⏰ 待提醒的事
    { $lines }

    要加一件，直接說就行；點下面的按鈕可取消。
reminders-ask-what = 提醒您做什麼？
reminders-ask-when = 「{ $what }」，什麼時候提醒？也可以直接寫，例如「三點半」「週五上午」。
reminders-when-unclear = 沒看懂時間。請寫「三點半」「半小時後」或「週五上午」。
reminders-in = { $minutes } 分鐘後
reminders-tomorrow = 明天上午 9 點
reminders-nothing = 好的，沒有設提醒。
reminders-only-once = 目前只能提醒一次，請說一個具體的時間，例如「下週三九點」。
reminders-past = { DAY($at) } { TIME($at) } 已經過去了，請說一個以後的時間。
reminders-too-far = 太遠了：最多可以設一年以內的提醒。
reminders-kept =
    ⏰ { $when } 提醒您：
    { $what }
reminders-today-at = 今天 { TIME($at) }
reminders-on-day-at = { DAY($at) } { TIME($at) }
reminders-on-day = { DAY($on) } 上班時
reminders-off = 🗑 不用提醒了
reminders-drop = 🗑 { $text }
reminders-later = ⏳ 半小時後再說
reminders-later-said = ⏳ 好的，{ $when } 再提醒您：{ $what }
