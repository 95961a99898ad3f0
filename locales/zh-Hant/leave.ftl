leave-kind-annual = 年假
leave-kind-personal = 事假
leave-kind-sick = 病假
leave-kind-maternity = 產假
leave-kind-paternity = 陪產假
leave-kind-marriage = 婚假
leave-kind-bereavement = 喪假
leave-kind-work_injury = 工傷假
leave-kind-compensatory = 調休
leave-kind-force_majeure = 不可抗力假
leave-kind-other = 其他假
leave-span-day = { DAY($first) }
leave-span-am = { DAY($first) }上午
leave-span-pm = { DAY($first) }下午
leave-span-days = { DAY($first) }{ $start }至 { DAY($last) }{ $end }
leave-span-hours = { DAY($start) } { TIME($start) }–{ TIME($end) }
leave-span-hours-across = { DAY($start) } { TIME($start) } 至 { DAY($end) } { TIME($end) }
leave-from-noon = 下午
leave-until-noon = 上午
leave-days-working = { $days } 個工作日{ $why }
leave-days-calendar = { $days } 個自然日{ $why }
leave-why = ，{ $one }
leave-and = { $one }，{ $other }
leave-why-make-up = { DAY($day) }調休上班
leave-why-holidays = { $count } 天放假不計
leave-why-weekend = { $count } 天週末不計
leave-why-unknown = { $year }年放假安排還沒公佈，公佈後重新計算
leave-because =
    {""}
    事由：{ $reason }
leave-retroactive =
    {""}
    ⚠️ 事後補請，按曠工標記待定，須兩人同意
leave-standin-ready =
    {""}
    工作交接：{ $name } 已接
leave-standin-asked =
    {""}
    工作交接：{ $name }（待對方同意）
leave-no-account =
    {""}
    餘額：還沒有登記，由人事核對
leave-balance =
    {""}
    餘額：{ $before } 天，休後剩 { $after } 天
leave-ask-sort = 請哪種假？
leave-ask-when = 哪天休？點一個，或直接説，如“明天下午”“8月10號到12號”“明天9點到11點”。
leave-ask-half = 上午還是下午？
leave-half-am = 上午
leave-half-pm = 下午
leave-on = { DAY($day) }
leave-person = { $name }
leave-ask-standin = 休假期間工作交給誰？點一位同事，或寫姓名；對方同意後才會送批。{ $name }
leave-standin-unknown = 本單位沒有找到“{ $name }”。工作交給誰？點一位同事，或寫完整姓名。
leave-card =
    <b>{ $kind }</b>（{ $name }）
    { $span }
    { $days }{ $balance }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }
    { $decides }{ $two }{ $proof }
leave-decides = 由 { $name } 審批
leave-nobody = 現在沒有人可以審批，請直接聯繫上級；申請會留着。
leave-needs-two = ，並須上一級同意
leave-needs-proof =
    {""}
    需要證明，可以事後補交照片或文件
leave-confirm = ✅ 提交
leave-redo-sort = 換假別
leave-redo-when = 改時間
leave-redo-standin = 換交接人
leave-discard = ✖ 不請了
leave-dropped = 好的，沒有提交請假。
leave-card-over = 這張請假卡已經過時，請用 /leave 重新開始。
leave-not-understood-sort = 沒聽懂是哪種假，請點一個，或寫“年假”“病假”等。
leave-not-understood-when = 沒聽懂時間，請寫如“明天下午”“8月10號到12號”，或點一天。
leave-not-understood-half = 請點上午或下午。
leave-not-understood-standin = 沒找到這位同事，請點一位，或寫完整姓名。
leave-not-understood-card = 沒聽懂要改什麼。可以直接説新的時間、假別或交接人，或點“提交”。
leave-problem-impossible_date = 沒有這一天（或這個鐘點）。請重新説時間，或點一天。
leave-problem-weekday_mismatch = 日期和星期對不上。請只説日期，或點一天。
leave-problem-end_before_start = 結束要晚於開始。請從早到晚説，如“8月8號到10號”。
leave-sent =
    📨 請假已提交（{ $name }）
    <b>{ $kind }</b>　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $told }
leave-told = 已送 { $name } 審批
leave-told-standin = 先等 { $name } 同意交接，再送審批。
leave-overview =
    🌴 <b>我的請假</b>
    { $lines }
    要請假，點假別，或直接説一句，如“明天下午請半天事假，工作交給張敏”。
leave-none-yet = 還沒有請過假。
leave-left = { $kind }餘額 { $days } 天
leave-history = { $kind }　{ $span }　{ $days } 天　{ $status }{ $kept }
leave-status-submitted = 待審批
leave-status-handover_needed = 待交接
leave-status-handover_ready = 待審批
leave-status-approved = 已批准
leave-status-declined = 未批准
leave-status-active = 休假中
leave-status-ended = 已結束
leave-status-withdrawn = 已撤回
leave-status-cancelled = 已取消
leave-withdraw = ↩️ 撤回 { DAY($day) }
leave-come-back = 提前銷假
leave-cancel = 全部取消
leave-prove = 📎 補交證明 { DAY($day) }
leave-withdrawn =
    ↩️ 已撤回（{ $name }）
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-change-asked =
    已提出提前結束（{ $name }）
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $told }
leave-ask-proof = 請發一張照片或一個文件作為證明；暫時沒有可以説“取消”，以後再補。
leave-proof-kept = 📎 證明已收到。
leave-proof-later = 好的，證明以後再補，用 /leave 找到它。
leave-proof-missing = 📎 { $span }的請假還沒有證明，請補交。
leave-handover-asks =
    🤝 { $name } 想把工作交給您
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }
leave-handover-accept = ✅ 我接
leave-handover-refuse = 不方便
leave-handover-why = 為什麼不方便？寫一句，{""}申請人會看到。
leave-handover-yours =
    ✅ 您已接下 { $name } 的工作
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-handover-not-yours =
    您沒有接 { $name } 的工作
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-standin-said-yes =
    🤝 { $by } 已同意交接（{ $name }）
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $told }
leave-standin-said-no =
    { $by } 不方便接（{ $span }）：{ $why }
    請另點一位同事，或用 /leave 撤回。
leave-you-are-away = 您那幾天自己也請假，不能接。請點“不方便”。
leave-asks =
    🌴 <b>{ $name }</b> 申請{ $kind }
    { $span }
    { $days }{ $balance }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }{ $affected }
    { $overlap }
    { $present }
leave-asks-again =
    ⏰ <b>{ $name }</b> 的{ $kind }還在等審批（{ DAY($since) } { TIME($since) } 提出）
    { $span }
    { $days }{ $balance }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }{ $affected }
    { $overlap }
    { $present }
leave-approve = ✅ 批准
leave-decline = ✋ 不批
leave-other-away = 同期休假：{ $name }　{ $span }
leave-other-asks = 同期申請：{ $name }　{ $span }
leave-nobody-else = 同期沒有其他人請假
leave-present = 在崗 { $count } / { $most } 人
leave-too-few = ⚠️ 在崗只剩 { $count } / { $most } 人，低於要求
leave-open-records = 未交走訪記錄 { $count } 份
leave-nothing-open = 期間沒有要交接的工作
leave-ask-why-no = 為什麼不批？點一個，或直接寫；申請人會看到。
leave-why-no-staff = 當天人手不夠
leave-why-no-quarter = 季末不安排休假
leave-why-no-talk = 請先找我談
leave-decline-needs-reason = 不批要寫理由，請寫一句。
leave-verdict-approved = ✅ { $by }{ $acting } { DAY($at) } { TIME($at) } 批准{ $reason }
leave-verdict-declined = ✋ { $by }{ $acting } { DAY($at) } { TIME($at) } 未批准：{ $reason }
leave-verdict-first = ☑️ { $by } { DAY($at) } { TIME($at) } 已同意，等上一級
leave-verdict-withdrawn = ↩️ 申請人 { DAY($at) } { TIME($at) } 撤回
leave-acting = （代 { $name } 審批）
leave-decided =
    <b>{ $name }</b> { $kind }
    { $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $verdict }
leave-your-outcome =
    { $verdict }
    { $kind }　{ $span }（{ $name }）
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-approved-already = { $by } 已在 { DAY($at) } { TIME($at) } 批准，不用再處理。
leave-declined-already = { $by } 已在 { DAY($at) } { TIME($at) } 答覆不批，不用再處理。
leave-somebody-was-first = 剛剛有人處理了這份申請，請看更新後的消息。
leave-second-must-differ = 您已經同意過，須由上一級再同意。
leave-next-level = 已有同級同意，須由上一級再同意。
leave-not-oneself = 自己的請假不能自己批，已送上級。
leave-over = 這份請假的時間已經過去，不能再批；請申請人補請。
leave-wish-cancel = 想取消全部假期
leave-wish-back = 想在 { DAY($at) } { TIME($at) } 提前銷假
leave-change-asks =
    <b>{ $name }</b> { $wish }
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
leave-change-agree = ✅ 同意
leave-change-refuse = ✋ 不同意
leave-change-over = 這個變更已經處理過了。
leave-change-yes = ✅ { $by } { TIME($at) } 同意提前結束
leave-change-no = ✋ { $by } { TIME($at) } 不同意提前結束
leave-end-before-start = 結束要晚於開始。請從早到晚説，如“8月8號到10號”。
leave-not-for-you = 您的崗位不能請這種假，請換一種。
leave-past-year = { $year }年的假不能再請，請聯繫人事；或説今年的日期。
leave-much-too-long = 一次最多請 { $most } 天，請分開請或改短。
leave-nothing-worked = { DAY($first) }起這段時間本來就不上班，不用請假。請説要上班的日子。
leave-longer-than-type = 這種假一次最多 { $most } 天，您説的是 { $days } 天。請改短，或換假別。
leave-unit-too-small = 這種假不能請這麼短的時間，請換假別或按天請。
leave-overlaps = 這段時間和已有的請假重疊（{ DAY($first) } 至 { DAY($last) }）。請換時間，或先用 /leave 撤回原來的。
leave-worked-then = { DAY($at) } { TIME($at) } 有您的走訪記錄，這段時間已經在上班。請換時間。
leave-standin-self = 不能交給自己，請另選一位同事。
leave-standin-away = 這位同事那幾天也不在，請另選一位。
leave-not-enough = 餘額不夠：要 { $days } 天，還剩 { $left } 天。請改短，或換一種假。
leave-too-soon = 這種假要提前 { $days } 天申請，請往後排，或換一種假。
leave-is-submitted = 這份請假還在等審批。
leave-is-handover_needed = 這份請假還在等交接人同意。
leave-is-handover_ready = 這份請假還在等審批。
leave-is-approved = 這份請假已經批准。
leave-is-declined = 這份請假已經答覆不批。
leave-is-active = 假期已經開始，不能這樣改；可以用 /leave 提前銷假。
leave-is-ended = 這次假期已經結束。
leave-is-withdrawn = 申請人已經撤回，不用再處理。
leave-is-cancelled = 這份請假已經取消。
leave-handover-open = 工作交接還沒有人接，暫時不能批准。
leave-handover-done = 交接已經答覆過了。
leave-not-asked = 這次交接沒有問您，不用處理。
leave-has-begun = 假期已經開始，不能撤回；可以用 /leave 提前銷假。
leave-not-yours = 這不是您的請假。
leave-not-running = 這次假期現在沒有在進行，請用 /leave 看最新狀態。
leave-change-not-shorter = 只能提前結束，不能延長；要延長請另請一次。
leave-begins =
    🤝 從現在起您替 { $name }
    { $kind }　{ $span }
    { $days }{ $reason }{ $standin }{ $late }{ $asked }{ $kept }
    { $open }
leave-back =
    👋 歡迎回來，您休假期間：
    { $lines }{ $standin }{ $kept }{ $coming }
leave-seen = { DAY($day) }　{ $by } 走訪 { $whom }
leave-nothing-happened = 您的客戶沒有新的走訪，也沒有欠交的記錄
leave-ask-standin-back =
    {""}
    工作由 { $name } 代管，請當面接回。
help-leave-ask = 請假、餘額、審批進度
leave-quarter-end = ⚠️ 在季末最後 { $days } 天，原則上不安排休假，須 { $name } 特批
leave-next-level-up = 上一級
leave-piece-outing = · { DAY($day) } 外出：{ $whom } { $plan }
leave-piece-agenda-planned-visit = · { DAY($day) } 走訪：{ $whom }{ $text } { $plan }
leave-piece-agenda-next-step = · { DAY($day) } 下一步：{ $whom }{ $text } { $plan }
leave-piece-agenda-promise = · { DAY($day) } 承諾：{ $whom }{ $text } { $plan }
leave-piece-agenda-call = · { DAY($day) } 聯絡：{ $whom }{ $text } { $plan }
leave-piece-agenda-task = · { DAY($day) } 任務：{ $whom }{ $text } { $plan }
leave-piece-agenda-reminder = · { DAY($day) } 提醒：{ $whom }{ $text } { $plan }
leave-piece-duty = · { DAY($day) } 坐班 { $plan }
leave-piece-credit-rating = · { DAY($day) } 評級到期：{ $whom } { $plan }
leave-piece-credit-line = · { DAY($day) } 授信到期：{ $whom } { $plan }
leave-piece-credit-loan = · { DAY($day) } 貸款到期：{ $whom } { $plan }
leave-piece-credit-interest = · { DAY($day) } 結息日：{ $whom } { $plan }
leave-piece-credit-reconciliation = · { DAY($day) } 對帳：{ $whom } { $plan }
leave-piece-record = · { DAY($day) } 走訪記錄未交：{ $whom } { $plan }
leave-plan-give = → { $name }
leave-plan-postpone = → 休後再辦
leave-plan-close = → 不辦了
leave-plan-open = → 還沒有安排
leave-more-pieces = ……還有 { $count } 項
leave-whom-and = { $one }、{ $other }
leave-affected =
    {""}
    👥 影響客戶 { $count } 戶：{ $names }
leave-affected-promised = { $whom }（有承諾）
leave-affected-expiring = { $whom }（將到期）
leave-affected-due = { $whom }（有安排）
leave-pieces-look = 📋 逐項交接（{ $count }）
leave-pieces =
    <b>休假期間的工作</b>
    { $lines }
    點一項，改由誰辦或什麼時候辦。
leave-piece-number = 第 { $place } 項 · { DAY($day) }
leave-piece-ask =
    { $piece }
    交給誰？或者點下面怎麼辦。
leave-choose-postpone = ⏳ 休後再辦
leave-choose-close = ✖ 不辦了
leave-pieces-back = ‹ 返回
leave-pieces-done = ✅ 安排好了
leave-question-open =
    {""}
    ❓ 詢問：{ $question }（待回答）
leave-question-answered =
    {""}
    ❓ { $question }
    💬 { $answer }
leave-protected =
    {""}
    🛡 保護期至 { DAY($day) }（L18）：保留休假前的等級
leave-ask-back = ❓ 先問一句
leave-ask-question = 想問什麼？寫一句，申請人會看到。
leave-question-sent = 已問 { $name }，回答後這份申請會再送來。
leave-question-empty = 請寫一句要問的話。
leave-questioned = ❓ { $by } 問您的請假（{ $span }）：{ $question }
leave-answer = 💬 回答
leave-ask-answer =
    { $question }
    請寫一句回答。
leave-answer-sent = 💬 已回答。{ $told }
leave-answer-kept = 💬 已記下，交接人同意後一起送批。
leave-answer-missing = ❓ 您的請假在等您回答：{ $question }
leave-answered = 已經回答過了。
leave-not-questioned = 這份請假沒有待回答的問題。
leave-recounted =
    📅 該年的放假安排已經公布，重新計算：{ $name } { $kind }　{ $span }
    { $days }（原來 { $before } 天）
leave-back-done = { $what }：{ $by } 已辦 { $outcome }
leave-back-dropped = { $what }：{ $by } 未辦 { $outcome }
leave-due-next =
    {""}
    接下來幾天要辦：
leave-proof-came = 📎 { $who } 的請假證明（{ $span }）
leave-status-closed = 已銷假
leave-is-closed = 這次假期已經銷假。
leave-report-back = ✅ 我已回崗，銷假
leave-closed = ✅ 已銷假（{ $span }），{ DAY($at) } { TIME($at) }
leave-reported-back = 👋 { $who } 已回崗銷假（{ $span }）
leave-standin-silent = { $names } 還沒有答覆交接（{ $span }），已再問一次。
