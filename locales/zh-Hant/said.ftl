said-show = 🗣 原話
said-words =
    { $visit }
    原話（號碼已打碼）：
    { $lines }
said-line-spoken = 🎙 { TIME($at) }　{ $text }
said-line-typed = ⌨️ { TIME($at) }　{ $text }
said-none = 這份記錄沒有留下原話。
said-to-result = ➕ 加到結果
said-to-next-step = ➕ 加到下一步
said-use = 🗣 用 { TIME($at) } 說的：{ $text }…
said-waits = 您之前說過的話還留著，要寫進這次走訪嗎？
said-kept =
    🗣 這段話已留著。今天的走訪記錄都寫過了：
    要補到剛才那份記錄，還是記為一次電話、微信聯絡？
said-kept-no-visit =
    🗣 這段話已留著。今天還沒有簽到的走訪，所以沒有寫成記錄。
    到客戶那裡簽到後我會接著用；電話、微信聯絡就點下面。
said-add-to = ➕ 補到 { $client } 的記錄
said-as-contact = ☎️ 記為聯絡
said-forget = 🗑 不要了
said-goes-to-contact = ☎️ 按聯絡來記：
said-dropped = 好，這段話不留了。
said-placed-already = 這段話已經處理過了。
said-other-client = 🔁 這次走訪的客戶記錯了
said-belated = 📍 補登 { $client } 的走訪，再寫記錄
said-was-visit = 📍 按補登的走訪來記（標記為補報，沒有位置）。
said-use-for = 📝 { $client }（{ DAY($at) }）
said-which = 🗣 這段話已留著。今天沒有待寫的走訪，寫進哪一次？
