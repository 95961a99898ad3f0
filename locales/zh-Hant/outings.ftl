# ---- what is asked
outings-ask-client = 去哪家客戶？點一個，或直接說一句，例如「去鼎盛紡織看廠房，四點半回」。
outings-which-client = 是哪一家？點一個；都不是就再說全一點。
outings-unknown-client = 您的客戶裡沒有「{ $name }」。如果是新客戶（線索），點下面的按鈕；否則請再說一遍名稱、編號或拼音首字母。
outings-is-lead = 新客戶：{ $name }
outings-new-lead = ➕ 新客戶（線索）
outings-ask-lead = 新客戶叫什麼？寫單位名稱或稱呼即可。
outings-ask-matter = 去{ $whom }辦什麼事？點一個，或用自己的話寫。
outings-ask-place = 在哪裡見{ $whom }？點下面的按鈕，或寫地點。
outings-ask-return =
    { $legs }
    幾點回來？點一個，或寫時間，例如「16:30」「四點半」。
outings-ask-reason = 回來晚於 { TIME($hour) }，請說明原因。點一個，或直接寫。
outings-not-understood-client = 沒聽出是哪家客戶。請寫名稱、編號或拼音首字母。
outings-not-understood-lead = 請寫新客戶的名稱。
outings-not-understood-matter = 請寫去辦什麼事，例如「看廠房」。
outings-not-understood-place = 請寫見面的地點。
outings-not-understood-return = 沒看出時間。請寫「16:30」「四點半」或「兩小時後」這樣的時間。
outings-not-understood-reason = 請寫晚回來的原因，幾個字就行。
outings-not-understood-card = 沒看出要改什麼。可以直接寫「五點回」「改去華豐」，也可以點上面的按鈕；確認請點「確認外出」。

# ---- the card
outings-card =
    📋 <b>外出登記，請核對</b>
    { $legs }
    出發：{ $depart }
    返回：{ TIME($back) }{ $reason }
    { $next }
outings-card-tells = 確認後即登記並告知主管。哪裡不對，直接寫出來就改。
outings-card-waits = 確認後請主管同意，同意後再出發。哪裡不對，直接寫出來就改。
outings-leg = · <b>{ $whom }</b>：{ $matter }（{ $place }）
outings-lead-name = { $name }（新客戶）
outings-somebody = 客戶
outings-no-matter = 未寫事由
outings-at-theirs = 客戶處
outings-now = 現在
outings-at = { TIME($at) }
outings-on-day-at = { DAY($at) } { TIME($at) }
outings-after-consent = 同意後出發
outings-because = （{ $reason }）
outings-button = { $text }
outings-time = { TIME($at) }
outings-confirm = ✅ 確認外出
outings-redo-client = 改客戶
outings-redo-matter = 改事由
outings-redo-return = 改時間
outings-discard = 不登記了
outings-dropped = 好的，沒有登記。
outings-card-over = 這張登記卡已經辦完或已作廢，請看最新的消息。
outings-matter-visit = 例行走訪
outings-matter-check = 貸後檢查
outings-matter-papers = 收送資料
outings-matter-sell = 營銷業務
outings-why-client = 客戶約在傍晚
outings-why-far = 路程較遠
outings-why-several = 要走幾家客戶
outings-why-told-there = 到客戶處才登記，已過規定時間：{ $matter }

# ---- an outing that was told
outings-card-out =
    🚗 <b>已登記外出</b>
    { $legs }
    出發：{ $depart }
    返回：{ TIME($back) }{ $reason }
    { $told }{ $late }
outings-card-declared =
    🗓 <b>已登記，還沒出發</b>
    { $legs }
    出發：{ $depart }
    返回：{ TIME($back) }{ $reason }
    { $told }
outings-card-waiting =
    ⏳ <b>已提交，等主管同意後再出發</b>
    { $legs }
    出發：{ $depart }
    返回：{ TIME($back) }{ $reason }
    { $told }
outings-told-to = 已告知{ $name }。
outings-nobody-told = 暫時沒有能收到消息的主管，請另外當面或電話報告。
outings-late-mark = （先離開、後登記）
outings-change = ✏️ 改
outings-cancel = 取消外出
outings-depart = 🚗 現在出發
outings-back = 🏢 我已返回

# ---- to the supervisor
outings-told =
    🚗 <b>{ $name }</b> 外出{ $late }
    { $legs }
    出發 { $depart }，返回 { TIME($back) }{ $reason }
outings-asks =
    🙋 <b>{ $name }</b> 申請外出{ $late }
    { $legs }
    出發 { $depart }，返回 { TIME($back) }{ $reason }
outings-agree = ✅ 同意
outings-decline = ✋ 不同意

# ---- coming back: the rule's own sentences
outings-return-soon = ⏰ { TIME($at) } 前要回到部門。回不來就點一下，連同原因一起延後；已經回來請點「我已返回」。
outings-return-due = ⏰ 已到 { TIME($at) }，還沒有登記返回。已經回來請點「我已返回」；還回不來，請延後並說明原因。
outings-leaving-now = 到了計劃的出發時間。
outings-when-back = { DAY($day) }外出沒有登記返回。當時幾點回到部門的？

# ---- why not
outings-already-declared = 這次外出已經登記過了。
outings-already-out = 您從 { TIME($since) } 起就在外出中。多去一家或換客戶，請點「改」；已經回來，請點「我已返回」。
outings-overlaps = 您已登記 { TIME($since) } 起的另一次外出，時間重疊了。請先改或取消那一次，或把這次的時間錯開。
outings-on-leave = 您在請假中（到 { DAY($until) } { TIME($until) }），不能登記外出。要提前銷假，請先找主管。
outings-on-duty = 今天您坐班，不能外出。請先用 /duty 找同事換班。
outings-departure-past = 出發時間不在今天。請改成今天的時間，或不寫出發時間（就是現在）。
outings-return-past = 返回時間已經過了，請寫一個還沒到的時間。
outings-return-before-departure = 返回要晚於出發（{ TIME($departure) }）。請改返回時間。
outings-return-other-day = 外出要當天返回，請寫當天的時間。
outings-return-too-late = 最晚 { TIME($latest) } 返回，請寫早一點的時間。
outings-incomplete = 還缺一點內容，請接着回答上面的問題。
outings-too-many-stops = 一次外出最多 { $most } 家客戶，請分成兩次。
outings-client-twice = 同一家客戶寫了兩次，留一次就行。
outings-own-consent = 自己的外出要由別人同意。
outings-needs-no-consent = 這次外出不需要同意，已經登記。
outings-already-agreed = { TIME($at) } 已經同意過了。
outings-already-declined = { TIME($at) } 已經答覆不同意。
outings-over = 這次外出已經結束。
outings-decline-needs-reason = 不同意請寫原因，幾個字就行。
outings-not-declared = 這次外出還沒有登記。
outings-waiting = 主管還沒有同意，請稍等。急的話請打電話。
outings-cancel-after-arrival = 已經到過客戶處，不能取消；回來後請登記返回。
outings-cancel-needs-reason = 取消請寫原因，幾個字就行。
outings-already-back = { TIME($at) } 已經登記返回。
outings-not-out = 您現在沒有外出登記。要外出，說一句就行，例如「去鼎盛紡織看廠房，四點半回」。
outings-back-before-leaving = 還沒到出發時間。不去了請點「取消外出」。
outings-stop-over = 這家客戶已經走訪過或已去掉，不能再改。
outings-change-needs-reason = 改動要寫原因，幾個字就行。
outings-nothing-changed = 和原來一樣，沒有改動。
outings-cancel-instead = 這是唯一的一家；不去了請點「取消外出」。
outings-extended-enough = 已經延後 { $times } 次，不能再延。請儘快返回，或打電話報告主管。
outings-extension-needs-reason = 延後請寫原因，幾個字就行。
outings-extension-adds-nothing = 本來就可以到 { TIME($hour) }，不用延。

help-outings-declare = 外出登記
outings-departure-other-day = 出發要在外出當天、現在之後。換一天請先取消，再重新登記。
outings-errand = 外出辦事
