visits-send-place = 📍 傳送位置
visits-no-place = 沒有定位

visits-where =
    { $lines }
    請點下面的「📍 傳送位置」；手機不能定位時點「沒有定位」。
visits-where-here = 您 { TIME($since) } 在 { $client } 簽到，還沒有離開。
visits-where-next = 下一站：<b>{ $client }</b>
visits-where-unplanned = 計劃裡的客戶都走完了；去了別處也可以簽到，會標明「計劃外」。
visits-where-undeclared = 今天還沒有登記外出。先傳位置也行，我會幫您一起補登記。
visits-where-again = 請點「📍 傳送位置」；不能定位就點「沒有定位」，或寫「到鼎盛紡織了」。
visits-phone-needed = 電腦版和網頁版 Telegram 傳不了位置，只把按鈕上的字傳了過來。請在手機上點「📍 傳送位置」；手機也不能定位，就點「沒有定位」或直接說「到鼎盛紡織了」。

visits-card =
    📍 <b>{ $client }</b>　{ TIME($at) } 簽到
    { $lines }

visits-whom = 您到了哪一家？點一下，或直接寫客戶名稱。
visits-whom-type = 您到了哪一家？請寫客戶名稱或編號。
visits-whom-undeclared = 您還沒有登記外出，位置已收好。您到了哪一家？點一下，或直接寫客戶名稱，我幫您補登記並簽到。
visits-whom-undeclared-type = 您還沒有登記外出。您到了哪一家？請寫客戶名稱或編號，我幫您補登記並簽到。
visits-choice-planned = { $client }
visits-choice-planned-away = { $client }（{ $away }）
visits-choice-unplanned = { $client }（計劃外）
visits-choice-unplanned-away = { $client }（計劃外，{ $away }）
visits-choice-near = { $client }
visits-choice-near-away = { $client }（{ $away }）
visits-choice-lead = 新客戶「{ $lead }」
visits-still-here = 還在 { $client }
visits-whom-first = 這次到訪還沒有簽到：先說到的是哪一家（點上面的按鈕或寫名稱），再說離開；不簽到了請寫「算了」。
visits-given-up = 好的，沒有簽到。
visits-new-lead = 您名下沒有叫「{ $lead }」的客戶。是新客戶就點下面的按鈕；不是的話，請再寫一次名稱或編號。
visits-declare-now = 您還沒有登記外出。到 <b>{ $client }</b> 是為了什麼？點一下就補登記並簽到（會標明「先出門後登記」），也可以直接寫事由。不是這一家，請寫客戶名稱。
visits-matter-routine = 例行走訪
visits-matter-business = 辦理業務
visits-matter-after-loan = 貸後檢查

visits-no-outing = 還沒有登記外出。傳一次位置，我幫您補登記並簽到。
visits-outing-over = 這次外出已經結束。再次外出請先登記：傳送 /out 。
visits-stop-dropped = 這一站已經從計劃裡取消了。請點「簽到」重新選擇客戶。
visits-already-here = 您 { TIME($since) } 已在這家客戶簽到，不用再簽。要離開請點「離開客戶」。
visits-business-on-site = 業務訪問要到客戶現場；其他方式請選常規訪問。
visits-already-left = 已登記 { TIME($at) } 離開，沒有改動。
visits-left-before-arriving = 離開不能早於 { TIME($arrived) } 的簽到，請寫一個更晚的時間。
visits-left-too-late = 最晚只能是 { DAY($latest) } { TIME($latest) }，請寫一個更早的時間。
visits-stayed-too-long = 一次走訪最長 { $longest } 分鐘，請寫一個更早的時間。
visits-own-acceptance = 自己的走訪要由主管來認可。
visits-already-accepted = { TIME($at) } 已認可過，沒有改動。
visits-no-point = 這次走訪沒有（或已不再保存）位置，無從認可。

visits-when-left = 幾點離開 <b>{ $client }</b>？{ DAY($arrived) } { TIME($arrived) } 簽到以後還沒有登記離開。會按「事後補記」保存。

help-visits-check_in = 到客戶處簽到
