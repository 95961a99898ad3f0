trust-sealed =
    🔏 <b>Audit sealed, { DAY($day) }</b>
    { $lines ->
        [one] One line
       *[other] { $lines } lines
    } of { $count ->
        [one] one unit
       *[other] { $count } units
    }.
    Code: <code>{ $code }</code>
    Please keep this message: whoever verifies the audit compares it with this code.
trust-sealed-unit =
    🔏 Audit of { $unit }, { DAY($day) }: { $lines ->
        [one] one line is
       *[other] { $lines } lines are
    } sealed. Code: <code>{ $code }</code>
trust-recordings-left = ⚠️ { $count ->
        [one] One recording is
       *[other] { $count } recordings are
    } still in a chat after { $hours } hours. Telegram lets the bot delete them for 48 hours only: please see that the bot runs and reaches Telegram, and ask those who spoke to delete the rest themselves.
