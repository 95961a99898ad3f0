checks-menu =
    🔎 <b>查岗</b>
    抽几位或点名，每人 { $minutes } 分钟内应答。结果只记录、只提示，不扣款。
    { $flags }
checks-draw = 🎲 随机抽 { $count } 人
checks-choose = 👆 点名
checks-rates = 📊 结果与误报率
checks-flag-proposed = 🚩 { DAY($day) } { $name } { $number }
checks-flag-contested = ✋ { DAY($day) } { $name } { $number } 有异议
checks-choosing = 👆 点选要查岗的人（已选 { $count } 人）：
checks-name = { $name }
checks-chosen = ✅ { $name }
checks-send = 📣 现在查岗（{ $count } 人）
checks-asks-you =
    🔎 <b>{ $by } 查岗</b>
    请在 { TIME($until) } 前（{ $minutes } 分钟内）应答：点一下就行，也可以发位置或说一句。
checks-here = 🙋 我在岗
checks-out-as-registered = 🚗 我在外，与登记一致
checks-place = 📍 发位置
checks-speak = 💬 说一句
checks-ask-place = 请点下面的按钮发位置。只记与客户的距离，不留坐标。
checks-ask-words = 请说一句在哪、在做什么。
checks-thanks =
    🔎 查岗已应答　{ TIME($at) }
    记为：{ $what }
checks-thanks-place = 收到位置，谢谢。
checks-thanks-words = 收到，谢谢。
checks-round =
    🔎 <b>查岗</b>　{ TIME($at) } 发出，{ TIME($until) } 截止　{ $how }
    { $lines }
checks-by-chance = 随机抽取
checks-by-choice = 点名
checks-counts = 在岗 { $present }　登记外出 { $out }　请假 { $on_leave }　地点不符 { $wrong_place }　未应答 { $no_answer }　不在岗 { $absent }　等待 { $waiting }
checks-line = ▫️ <b>{ $name }</b>　{ $what }{ $flagged }
checks-flagged = 　🚩
checks-result-waiting = 等待应答{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-present = 在岗{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-out = 登记外出{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-on-leave = 请假，未打扰{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-wrong-place = 地点不符{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-no-answer = 未应答{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-absent = 不在岗{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-at = ，{ TIME($at) } 应答
checks-late = （超时）
checks-placed = ，已发位置（没有可比对的地点）
checks-distance = ，距登记客户 { $away }
checks-words = ，“{ $words }”
checks-judged-by-eye = ，主管实地核实
checks-closed =
    🔎 { TIME($at) } 的查岗到时：
    { $lines }
checks-one =
    🔎 <b>{ $name }</b>　{ $what }
    您实地看到的是？
checks-was-there = ✅ 在
checks-was-not = ❌ 不在
checks-rates-shown =
    📊 <b>近 { $days } 天</b>
    { $lines }
checks-rates-results = 查岗：在岗 { $present }　登记外出 { $out }　请假 { $on_leave }　地点不符 { $wrong_place }　未应答 { $no_answer }　不在岗 { $absent }　等待 { $waiting }
checks-rates-rule = { $number } { $rule }：提示 { $made }，待认定 { $waiting }，有异议 { $contested }，属实 { $upheld }，撤销 { $withdrawn }；误报率 { $wrong }
checks-rates-none = 还没有认定过的
checks-rates-percent = { $percent }%
checks-not-oneself = 自己的岗由别人来查。
checks-nobody = 现在没有可以查岗的人。
checks-too-many = 一次最多查 { $most } 人，请分批。
checks-answered = 您在 { TIME($at) } 已经应答过了。
checks-judged = 主管已经实地核实过，以核实为准。
help-checks-start = 查岗
checks-sent = 📣 已发出，{ $count } 人。
checks-interrupted = 🔎 { TIME($at) } 的查岗期间系统中断，未应答的不作认定。
