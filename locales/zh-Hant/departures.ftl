departures-left =
    👋 已離開 <b>{ $client }</b>：{ TIME($arrived) }–{ TIME($at) }，停留 { $minutes } 分鐘。
    { $lines }
departures-next = 下一站：{ $client }，到了點「簽到」。
departures-no-more = 本次外出的客戶都走完了，回到單位請點「返回」。
departures-record-owed = 走訪記錄現在就可以寫：見了誰、為什麼去、結果如何、下一步，一則訊息寫完即可。
departures-not-at-client = 您現在沒有在客戶處簽到。到了客戶處，請點「簽到」。

departures-moved-off = 看起來您 { TIME($at) } 已離開 { $client }，是嗎？
departures-share-over = { $client } 的即時位置分享結束了。您離開了嗎？
departures-gone-at = 是，{ TIME($at) } 離開
departures-gone = 剛剛離開
departures-still = 還在這裡
departures-stays = 好的，您還在 { $client }。離開時請點「離開客戶」。

departures-at-live = { TIME($at) }（按即時位置）
departures-at-next-arrival = { TIME($at) }（按下一次簽到）
departures-at-return = { TIME($at) }（按返回時間）
departures-at-usual = { TIME($at) }（按平常停留）
departures-other-time = 其他時間
departures-ask-time = 幾點離開 { $client }？請寫時間，例如「16:20」「下午四點二十」或「待了四十分鐘」。
departures-time-unclear = 沒看懂這個時間。請寫成「16:20」「下午四點二十」或「待了四十分鐘」。
departures-corrected = 已補記：<b>{ $client }</b> { TIME($arrived) }–{ TIME($at) }，停留 { $minutes } 分鐘（事後補記）。
departures-line-left = 👋 { TIME($at) } 離開，停留 { $minutes } 分鐘
departures-line-corrected = 👋 { TIME($at) } 離開，停留 { $minutes } 分鐘（事後補記）

help-departures-leave = 離開客戶（簽離）
