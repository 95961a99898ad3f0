help-credit-calendar = 信貸日曆：評級、授信、貸款、結息、對賬；「/credit 鼎盛 授信 明年3月31日到期」登記一項
credit-list =
    📆 信貸日曆：{ $open } 件要辦，共 { $all } 件
    { $lines }
credit-none = 📆 近期沒有到期的評級、授信、貸款、結息或對賬。登記一項：「/credit 鼎盛 授信 明年3月31日到期 二級分行」。
credit-line-open = 🔔 <b>{ $client }</b> { $sort } { $left }：{ $todo }，{ DAY($by) }前（{ $rule }）
credit-line-late = ❗ <b>{ $client }</b> { $sort } { $left }：{ $todo }，應在 { DAY($by) }前（{ $rule }）
credit-line-quiet = ▫️ <b>{ $client }</b> { $sort } { $left }，{ DAY($opens) }起再辦
credit-open-item = { $client } { $sort }
credit-open = 📆 辦理
credit-before = ◀
credit-after = ▶
credit-sort-rating = 評級
credit-sort-line = 授信
credit-sort-loan = 貸款
credit-sort-interest = 結息
credit-sort-reconciliation = 對賬
credit-level-head-office = 總行審批
credit-level-tier1 = 一級分行審批
credit-level-tier2 = 二級分行審批
credit-left-end-ahead = 還有 { $days } 天到期（{ DAY($on) }）
credit-left-end-today = 今天到期（{ DAY($on) }）
credit-left-end-past = 已過期 { $days } 天（{ DAY($on) }）
credit-left-again-ahead = 還有 { $days } 天（{ DAY($on) }）
credit-left-again-today = 就是今天（{ DAY($on) }）
credit-left-again-past = 已過 { $days } 天（{ DAY($on) }）
credit-left-closed = { DAY($on) }已結清
credit-todo-notice = 發到期通知
credit-todo-start = 發起評級
credit-todo-diligence = 做完盡職調查
credit-todo-file = 報送審批行（{ $system }）
credit-todo-renew = 盯住新的批下來
credit-todo-notify = 通知客戶到期
credit-todo-talk = 談還款或續貸
credit-todo-repay = 收回或續貸
credit-todo-check = 查扣息賬戶餘額
credit-todo-remind = 提醒客戶
credit-todo-taken = 核對是否足額扣息
credit-todo-confirm = 收回對賬回執
credit-step-notice = 到期通知
credit-step-start = 發起評級
credit-step-diligence = 盡職調查
credit-step-file = 報送審批行（{ $system }）
credit-step-renew = 新的已生效
credit-step-notify = 通知客戶
credit-step-talk = 談還款或續貸
credit-step-repay = 還清
credit-step-relend = 續貸
credit-step-check = 查餘額
credit-step-remind = 提醒客戶
credit-step-taken = 足額扣息
credit-step-short = 扣息不足
credit-step-confirm = 收回回執
credit-stage-done = ✅ { $step }
credit-stage-open = ▫️ { $step }：{ DAY($opens) }起，{ DAY($by) }前（{ $rule }）
credit-stage-late = ❗ { $step }：應在 { DAY($by) }前，{ DAY($opens) }起（{ $rule }）
credit-tick-notice = ✔ 通知已發
credit-tick-start = ✔ 評級已發起
credit-tick-diligence = ✔ 盡調已完成
credit-tick-file = ✔ 已報 { $system }
credit-tick-renew = ✔ 新的已生效
credit-tick-notify = ✔ 已通知客戶
credit-tick-talk = ✔ 已談過
credit-tick-repay = ✔ 已還清
credit-tick-relend = ✔ 已續貸
credit-tick-check = ✔ 餘額已查
credit-tick-remind = ✔ 已提醒客戶
credit-tick-taken = ✔ 已足額扣息
credit-tick-short = ✖ 扣息不足
credit-tick-confirm = ✔ 回執已收
credit-card =
    📆 <b>{ $client }</b>　{ $sort } { $number }
    { $left }　{ $level }
    { $lines }
credit-ticked = 已記：{ $step }
credit-untick = ↩ 撤銷：{ $step }
credit-unticked = 已撤銷：{ $step }
credit-ask-file = 在 { $system } 的編號是多少？
credit-without-number = 沒有編號
credit-no-number = 好的，不記編號。
credit-number-unclear = 編號只用字母、數字和 - _ . /，最多 40 位。請再寫一次，或點「沒有編號」。
credit-ask-renew = { $client } 新的到哪天為止？例如「2027-03-31」。
credit-ask-relend = { $client } 新貸款哪天到期？例如「2027-03-31」。
credit-day-unclear = 沒看懂日子。請寫成「2027-03-31」或「明年3月31日」。
credit-not-ticked = 好的，沒有記。
credit-already-ticked = 這一步已經記過了。
credit-closed = { DAY($on) }已經結清，沒有要辦的了。
credit-no-such-step = 這一步不屬於這類事項。
credit-not-yet = 要到 { DAY($on) }當天才能記結果。
credit-needs-day = 請說明新的到期日。
credit-day-not-later = 新的到期日應晚於 { DAY($before) }。
credit-changed = 剛才有人改動了這一項，請重新打開看看。
credit-nothing-to-undo = 沒有可以撤銷的。
credit-not-your-tick = 只有記的人可以撤銷。
credit-undo-too-late = 超過一小時，不能撤銷了。請聯繫綜合資訊員更正。
credit-short-told = ❗ { $who }：<b>{ $client }</b> 扣息不足，今日形成欠息，請關注（K12、T01）。
credit-entry-ask-client = 是哪位客戶？寫名字或客戶號。
credit-entry-which = 是哪一位？
credit-entry-client = { $client }
credit-entry-ask-sort = { $client }：登記哪一類？
credit-entry-ask-level = 由哪一級審批？
credit-entry-ask-day = 哪天到期？例如「2027-03-31」「明年3月31日」。
credit-entry-card =
    📝 請核對
    <b>{ $client }</b>　{ $sort } { $number }
    { DAY($on) }　{ $level }
credit-entry-confirm = ✅ 登記
credit-entry-discard = 🗑 放棄
credit-entry-dropped = 好的，沒有登記。
credit-entry-stored = ✅ 已登記
credit-entry-there = { $number } 已經登記過了。用 /credit 查看。
credit-entry-past = { DAY($on) }已經過去了。請寫今天或以後的日子。
credit-table-button = 📋 到期表
credit-table-due =
    📋 <b>{ $unit }</b> 到期表：{ DAY($first) }－{ DAY($last) }，{ $count } 筆（T02、K20）
    { $lines }
credit-table-none = 📋 <b>{ $unit }</b> 到 { DAY($last) } 沒有到期的評級、授信和貸款。
credit-table-line = { DAY($on) }　<b>{ $client }</b> { $sort }　{ $who }
credit-table-line-past = ❗ { DAY($on) }　<b>{ $client }</b> { $sort } 已過期　{ $who }
credit-table-nobody = 無管戶人
credit-table-more = ……另有 { $count } 筆
credit-table-lapsed =
    ❗ 貸款到期未還，請當天處理（T01）
    { $lines }
