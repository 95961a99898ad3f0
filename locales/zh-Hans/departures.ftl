departures-left =
    👋 已离开 <b>{ $client }</b>：{ TIME($arrived) }–{ TIME($at) }，停留 { $minutes } 分钟。
    { $lines }
departures-next = 下一站：{ $client }，到了点「签到」。
departures-no-more = 本次外出的客户都走完了，回到单位请点「返回」。
departures-record-owed = 走访记录现在就可以写：见了谁、为什么去、结果如何、下一步，一条消息写完即可。
departures-not-at-client = 您现在没有在客户处签到。到了客户处，请点「签到」。

departures-moved-off = 看起来您 { TIME($at) } 已离开 { $client }，是吗？
departures-share-over = { $client } 的实时位置共享结束了。您离开了吗？
departures-gone-at = 是，{ TIME($at) } 离开
departures-gone = 刚刚离开
departures-still = 还在这里
departures-stays = 好的，您还在 { $client }。离开时请点「离开客户」。

departures-at-live = { TIME($at) }（按实时位置）
departures-at-next-arrival = { TIME($at) }（按下一次签到）
departures-at-return = { TIME($at) }（按返回时间）
departures-at-usual = { TIME($at) }（按平常停留）
departures-other-time = 其他时间
departures-ask-time = 几点离开 { $client }？请写时间，例如“16:20”“下午四点二十”或“待了四十分钟”。
departures-time-unclear = 没看懂这个时间。请写成“16:20”“下午四点二十”或“待了四十分钟”。
departures-corrected = 已补记：<b>{ $client }</b> { TIME($arrived) }–{ TIME($at) }，停留 { $minutes } 分钟（事后补记）。
departures-line-left = 👋 { TIME($at) } 离开，停留 { $minutes } 分钟
departures-line-corrected = 👋 { TIME($at) } 离开，停留 { $minutes } 分钟（事后补记）

help-departures-leave = 离开客户（签离）
