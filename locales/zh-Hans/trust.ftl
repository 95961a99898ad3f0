trust-sealed =
    🔏 <b>{ DAY($day) }审计记录已封存</b>
    共 { $count } 个单位、{ $lines } 条。
    封存码：<code>{ $code }</code>
    请保留本条消息：核验审计记录时要与此码比对。
trust-sealed-unit = 🔏 { $unit }{ DAY($day) }的审计记录共 { $lines } 条，已封存。封存码：<code>{ $code }</code>
trust-recordings-left = ⚠️ 有 { $count } 条录音超过 { $hours } 小时仍留在聊天里。Telegram 只允许机器人删除 48 小时以内的消息：请确认机器人在运行、能连上 Telegram；其余的请录音人自行删除。
