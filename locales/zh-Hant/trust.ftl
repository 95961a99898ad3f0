trust-sealed =
    🔏 <b>{ DAY($day) }稽核紀錄已封存</b>
    共 { $count } 個單位、{ $lines } 條。
    封存碼：<code>{ $code }</code>
    請保留本則訊息：核驗稽核紀錄時要與此碼比對。
trust-sealed-unit = 🔏 { $unit }{ DAY($day) }的稽核紀錄共 { $lines } 條，已封存。封存碼：<code>{ $code }</code>
trust-recordings-left = ⚠️ 有 { $count } 條錄音超過 { $hours } 小時仍留在聊天裡。Telegram 只允許機器人刪除 48 小時以內的訊息：請確認機器人在運行、能連上 Telegram；其餘的請錄音人自行刪除。
