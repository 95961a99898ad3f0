meetings-announced = 📅 明天：<b>{ $what }</b>　{ DAY($start) } { TIME($start) }–{ TIME($end) }{ $merged }。開始前會請您點到。
meetings-merged = （與{ $other }合併召開）
meetings-list =
    📅 <b>{ $unit }的會議</b>
    點一下看簽到和紀要。
    { $lines }
meetings-open = { $what } { DAY($start) } { TIME($start) }
meetings-call = ➕ 召集{ $what }
meetings-not-held = ❗ 本月還沒有召開{ $what }，也沒有安排。
meetings-card =
    📅 <b>{ $what }</b>{ $merged }　{ DAY($start) } { TIME($start) }–{ TIME($end) }
    簽到 { $here } 人（遲到 { $late }）：{ $names }
    記錄人：{ $recorder }

    { $minutes }
meetings-no-minutes = 還沒有紀要。
meetings-write = ✍️ 寫紀要
meetings-recorder = 👤 指定記錄人
meetings-cancel = 🗑 取消會議
meetings-when = { $what }什麼時候開？例如「週五下午三點到四點」。
meetings-when-unclear = 沒看明白時間。請寫上哪天幾點，例如「週五下午三點」，就能召集{ $what }。
meetings-dropped = 好的，不召集了。
meetings-called = ✅ 已召集<b>{ $what }</b>{ $merged }：{ DAY($start) } { TIME($start) }–{ TIME($end) }。前一天傍晚和開始前會通知大家，並請大家點到。
meetings-cancelled = 🗑 { $what }（{ DAY($start) } { TIME($start) }）取消了。
meetings-already = 那天已經安排了同樣的會（{ TIME($at) }）。換一天，或先取消原來的。
meetings-in-the-past = { DAY($at) } { TIME($at) } 已經過了，請寫一個以後的時間。
meetings-too-far = 最多提前 { $most } 天召集，請選近一些的日子。
meetings-length = 會議一般 { $shortest } 到 { $longest } 分鐘，請寫上起止時間，例如「三點到四點」。
meetings-overlaps = 那段時間已有安排（{ TIME($start) }–{ TIME($end) }），請換個時間。
meetings-over = 會議 { TIME($at) } 已經開始，不能取消了。
meetings-not-yours = 只有負責人可以改動會議；需要的話請告訴主管。
meetings-not-recorder = 紀要由記錄人或負責人寫；可以請主管指定您為記錄人。
meetings-minutes-empty = 請寫上內容，例如傳達了什麼、定了什麼。
meetings-minutes-long = 最多 { $most } 字，請寫得短一些。
meetings-write-now = 請把{ $what }（{ DAY($start) }）的紀要寫成一條消息發來。再發一次可以覆蓋。紙質紀要照舊留存。
meetings-minutes-kept = ✅ { $what }（{ DAY($start) }）的紀要已保存。
meetings-who-records = { $what }（{ DAY($start) }）由誰記錄？
meetings-name = { $name }
meetings-you-record = 👤 請您記錄{ $what }（{ DAY($start) } { TIME($start) }）的紀要，會後發 /meeting 就能寫。

help-meetings-show = 會議：簽到、紀要
