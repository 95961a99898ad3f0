records-visit = <b>{ $client }</b>　{ DAY($arrived) } { TIME($arrived) }–{ TIME($left) }
records-visit-open = <b>{ $client }</b>　{ DAY($arrived) } { TIME($arrived) } 起

records-which = 有 { $count } 次走訪還沒寫記錄，先寫哪一次？
records-write = 📝 { $client } { TIME($at) }
records-mend = ↩️ 補充：{ $client } { TIME($at) }
records-ask-all =
    { $visit }
    請用一條訊息寫下：見了誰（部門、職務）、為什麼去、結果怎麼樣、下一步做什麼。
    缺的我再問；號碼會自動打碼。
records-one-by-one = 一項一項問我
records-no-visit = 今天還沒有走訪，沒有要寫的記錄。到了客戶那裡先簽到；電話聯絡用 /contact 記一句就行。
records-none-owed = 走訪記錄都寫好了，謝謝。
records-change-latest = ✏️ 修改：{ $client }
records-put-aside = 好，先放著。已寫的都留著，點「走訪記錄」就接著寫。

records-ask-who =
    { $known }
    ❓ 見了誰？請寫對方姓名、部門和職務。
records-ask-purpose =
    { $known }
    ❓ 這次去的主要目的是什麼？希望辦成什麼？
records-ask-result =
    { $known }
    ❓ 實際結果怎麼樣？瞭解到什麼情況？
records-ask-next-step =
    { $known }
    ❓ 下一步做什麼？什麼時候？
records-ask-anew =
    請重新說一遍「{ $name }」。現在是：
    { $text }
records-name-who = 對象
records-name-purpose = 目的
records-name-result = 結果
records-name-next-step = 下一步
records-empty = （空）
records-not-understood = 沒看出這句話要改哪一項：「{ $text }」。它留在原話裡；要寫進記錄，點下面；沒問題就點卡片上的「儲存」。
records-which-sum = 記錄裡有幾個金額：{ $sums }。請說清改哪一個，比如「把{ $first }改成……」。

records-card =
    📝 { $visit }
    { $lines }
records-block-who = <b>對象</b>　{ $text }
records-block-purpose = <b>目的</b>　{ $text }
records-block-result = <b>結果</b>　{ $text }
records-block-next-step = <b>下一步</b>　{ $text }
records-line-new-version = 儲存後成為第 { $version } 版，原來的版本保留。
records-line-will-be-late = ⏰ 已過當日時限，儲存後會標記為遲交。
records-save = ✅ 儲存
records-fix-who = ✏️ 對象
records-fix-purpose = ✏️ 目的
records-fix-result = ✏️ 結果
records-fix-next-step = ✏️ 下一步
records-kind-routine = 常規訪問
records-kind-business = 業務訪問
records-way-on-site = 上門
records-way-outlet-reception = 網點接待
records-way-group-event = 活動
records-kind-as = 類別：{ $kind }
records-way-as = 方式：{ $way }
records-line-sort = 🏷 { $kind } · { $way }
records-elsewhere = 🔁 換客戶或走訪
records-discard = 🗑 不要了

records-handed-in = 已儲存並提交。
records-handed-in-late = 已儲存並提交，標記為遲交。
records-saved =
    ✅ 已提交　{ $visit }
    { $lines }
    { $owed }
records-still-owed = 還有 { $count } 次走訪沒寫記錄，點「走訪記錄」繼續。
records-line-version = 第 { $version } 版
records-line-late = ⏰ 遲交：{ DAY($at) } { TIME($at) } 首次提交
records-line-reviewed = 👁 主管已閱（{ DAY($at) } { TIME($at) }）
records-line-returned = ↩️ 主管退回補充（{ DAY($at) } { TIME($at) }）
records-line-opinion = 💬 { $opinion }
records-line-ticked = ☑️ 已錄入 PCRM（{ DAY($at) } { TIME($at) }）
records-tick = ☑️ 已錄入 PCRM
records-ticked = 已記下。
records-change = ✏️ 修改
records-change-which =
    { $visit }
    { $lines }

    要改哪一項？改後成為新版本，原來的保留。
records-mend-which =
    { $visit }
    { $lines }

    請補充：要改哪一項？
records-discarded = 已丟棄，沒有儲存。這次走訪的記錄仍要寫。
records-discarded-change = 修改已丟棄，原來的版本不變。

records-which-other = 是哪一次走訪的記錄？
records-moved = 已移到另一次走訪，見下一條訊息。
records-no-other-visit = 沒有別的走訪可換。

records-owed = · { $client }　{ DAY($at) } { TIME($at) }
records-returned = ↩️ { $client }　{ DAY($at) } { TIME($at) }（待補充）
records-owed-soon =
    📝 還有 { $count } 份走訪記錄沒寫，{ TIME($until) } 前寫好就不算遲：
    { $lines }
records-missing =
    📝 還有 { $count } 份走訪記錄沒寫，已過當日時限，現在寫會標記為遲交：
    { $lines }

records-not-yours = 只有走訪的人自己可以寫這份記錄。
records-block-too-long = 這一項太長了，請控制在 { $longest } 個字以內。
records-nothing-changed = 內容和原來一樣，沒有改動。
records-already-submitted = 這份記錄已經提交過了，沒有待儲存的內容。要改，請點「修改」。
records-incomplete = 還有內容沒寫完，寫完再儲存。
records-own-review = 不能審閱自己的記錄，請由上一級或副職來看。
records-already-reviewed = 這份記錄已經審閱過了（{ DAY($at) } { TIME($at) }）。
records-not-submitted = 這份記錄還沒有提交。
records-return-needs-reason = 退回要寫明還需補充什麼。
records-already-ticked = 已經記過錄入 PCRM（{ DAY($at) } { TIME($at) }）。
records-dropped-already = 這份記錄已經不在了。點「走訪記錄」重新寫。

help-records-start = 寫走訪記錄
