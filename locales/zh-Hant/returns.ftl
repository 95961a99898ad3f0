returns-back =
    🏢 <b>已登記返回</b>　{ TIME($left) }–{ TIME($at) }，{ $span }
    { $owed }
returns-corrected =
    🏢 已補記：{ DAY($at) } { TIME($at) } 返回（補記）
    { $owed }
returns-span = 外出 { $hours ->
    [0] {""}
   *[other] { $hours } 小時{" "}
 }{ $minutes } 分鐘
returns-nothing-owed = 沒有欠交的走訪記錄。
returns-record-owed = 📝 還差走訪記錄：{ $whom }（{ DAY($at) } { TIME($at) }）
returns-record-sent-back = ↩️ 記錄被退回，待補充：{ $whom }（{ DAY($at) } { TIME($at) }）
returns-left-as-planned = 🚗 已到 { TIME($at) }，按計劃計為出發。不去了請說「取消外出」。
returns-extend = 延到 { TIME($at) }：{ $why }
returns-extend-other = 其他時間或原因
returns-why-talking = 客戶還沒談完
returns-why-road = 路上堵車
returns-why-papers = 等客戶蓋章簽字
returns-ask-until = 要延到幾點？寫時間，也可以連原因一起寫，例如「18:00 客戶還在蓋章」。
returns-ask-why = 延到 { TIME($at) } 的原因？點一個，或直接寫。
returns-extension-unclear = 請寫延到幾點和原因，例如「18:00 客戶還在蓋章」；不延了就寫「算了」。
returns-extension-dropped = 好的，沒有延後。
returns-extended = ⏱ 已延到 { TIME($at) }：{ $reason }
returns-other-time = 其他時間
returns-ask-time = { DAY($day) }幾點回到部門的？寫時間，例如「16:40」。
returns-time-unclear = 沒看出時間。請寫「16:40」「四點四十」這樣的時間。
returns-time-ahead = 這個時間還沒到，請寫已經過去的時間。
returns-noted = 好的，已補記返回時間。
returns-not-back =
    ⏰ <b>{ TIME($at) } 還沒回來的人</b>
    { $lines }
returns-late-line = · <b>{ $name }</b> { $whom }，{ TIME($since) } 出發，應 { TIME($due) } 回{ $minutes ->
    [0] {""}
   *[other] ，已超 { SPAN($minutes) }
 }
returns-extended-line = · <b>{ $name }</b> { $whom }，{ TIME($since) } 出發，已延到 { TIME($due) }：{ $reason }
returns-all-back = ✅ { TIME($at) }：外出的人都回來了。
returns-look = 🔄 刷新
help-returns-back = 登記返回
