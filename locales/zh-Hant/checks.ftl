checks-menu =
    🔎 <b>查崗</b>
    抽幾位或點名，每人 { $minutes } 分鐘內應答。結果只記錄、只提示，不扣款。
    { $flags }
checks-draw = 🎲 隨機抽 { $count } 人
checks-choose = 👆 點名
checks-rates = 📊 結果與誤報率
checks-flag-proposed = 🚩 { DAY($day) } { $name } { $number }
checks-flag-contested = ✋ { DAY($day) } { $name } { $number } 有異議
checks-choosing = 👆 點選要查崗的人（已選 { $count } 人）：
checks-name = { $name }
checks-chosen = ✅ { $name }
checks-send = 📣 現在查崗（{ $count } 人）
checks-asks-you =
    🔎 <b>{ $by } 查崗</b>
    請在 { TIME($until) } 前（{ $minutes } 分鐘內）應答：點一下就行，也可以發位置或說一句。
checks-here = 🙋 我在崗
checks-out-as-registered = 🚗 我在外，與登記一致
checks-place = 📍 發位置
checks-speak = 💬 說一句
checks-ask-place = 請點下面的按鈕發位置。只記與客戶的距離，不留座標。
checks-ask-words = 請說一句在哪、在做什麼。
checks-thanks =
    🔎 查崗已應答　{ TIME($at) }
    記為：{ $what }
checks-thanks-place = 收到位置，謝謝。
checks-thanks-words = 收到，謝謝。
checks-round =
    🔎 <b>查崗</b>　{ TIME($at) } 發出，{ TIME($until) } 截止　{ $how }
    { $lines }
checks-by-chance = 隨機抽取
checks-by-choice = 點名
checks-counts = 在崗 { $present }　登記外出 { $out }　請假 { $on_leave }　地點不符 { $wrong_place }　未應答 { $no_answer }　不在崗 { $absent }　等待 { $waiting }
checks-line = ▫️ <b>{ $name }</b>　{ $what }{ $flagged }
checks-flagged = 　🚩
checks-result-waiting = 等待應答{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-present = 在崗{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-out = 登記外出{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-on-leave = 請假，未打擾{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-wrong-place = 地點不符{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-no-answer = 未應答{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-absent = 不在崗{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-at = ，{ TIME($at) } 應答
checks-late = （超時）
checks-placed = ，已發位置（沒有可比對的地點）
checks-distance = ，距登記客戶 { $away }
checks-words = ，“{ $words }”
checks-judged-by-eye = ，主管實地核實
checks-closed =
    🔎 { TIME($at) } 的查崗到時：
    { $lines }
checks-one =
    🔎 <b>{ $name }</b>　{ $what }
    您實地看到的是？
checks-was-there = ✅ 在
checks-was-not = ❌ 不在
checks-rates-shown =
    📊 <b>近 { $days } 天</b>
    { $lines }
checks-rates-results = 查崗：在崗 { $present }　登記外出 { $out }　請假 { $on_leave }　地點不符 { $wrong_place }　未應答 { $no_answer }　不在崗 { $absent }　等待 { $waiting }
checks-rates-rule = { $number } { $rule }：提示 { $made }，待認定 { $waiting }，有異議 { $contested }，屬實 { $upheld }，撤銷 { $withdrawn }；誤報率 { $wrong }
checks-rates-none = 還沒有認定過的
checks-rates-percent = { $percent }%
checks-not-oneself = 自己的崗由別人來查。
checks-nobody = 現在沒有可以查崗的人。
checks-too-many = 一次最多查 { $most } 人，請分批。
checks-answered = 您在 { TIME($at) } 已經應答過了。
checks-judged = 主管已經實地核實過，以核實為準。
help-checks-start = 查崗
checks-sent = 📣 已發出，{ $count } 人。
checks-interrupted = 🔎 { TIME($at) } 的查崗期間系統中斷，未應答的不作認定。
