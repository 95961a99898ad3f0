proposals-yours =
    🚩 <b>給您的提示　{ $number }</b>　{ DAY($day) }
    { $rule }{ $minutes }
    制度寫的是：{ $measure }
    { $state }

    這只是提示，不會自動扣款；由您的主管認定。有不同情況請說明。
proposals-theirs =
    🚩 <b>{ $name }　{ $number }</b>　{ DAY($day) }
    { $rule }{ $minutes }
    制度寫的是：{ $measure }
    { $words }
    { $state }
proposals-contested =
    ✋ <b>{ $name } 對提示有異議　{ $number }</b>　{ DAY($day) }
    { $rule }{ $minutes }
    制度寫的是：{ $measure }
    { $words }
    請您認定，只認定，不扣款。
proposals-words = 💬 本人說明：{ $words }
proposals-minutes = ，{ $minutes } 分鐘
proposals-rule-l03 = 未請假缺勤
proposals-rule-l05 = 遲到
proposals-rule-l06 = 查崗時不在崗
proposals-rule-l07 = 外出查崗：地點或事由與登記不符
proposals-rule-l08 = 外出查崗：再次與登記不符
proposals-rule-l09 = 工作紀律
proposals-rule-l10 = 授信意見或資料逾期
proposals-rule-l11 = 檔案移交逾期
proposals-measure-none = 不提處理建議
proposals-measure-fine = 建議 { $amount } 元（第 { $step } 次）
proposals-measure-caution = 建議談話告誡（第 { $step } 次）
proposals-measure-warning = 建議警告，{ DAY($deadline) } 前整改（第 { $step } 次）
proposals-measure-standby = 建議轉崗或待崗（第 { $step } 次），請主管慎重研究
proposals-state-proposed = 狀態：待主管認定
proposals-state-contested = 狀態：本人已說明，待主管認定
proposals-state-upheld = 狀態：已認定屬實（{ DAY($at) } { TIME($at) }）{ $reason }
proposals-state-withdrawn = 狀態：已撤銷（{ DAY($at) } { TIME($at) }）{ $reason }
proposals-contest = ✋ 有異議，說明情況
proposals-ask-contest = 請用一條消息說明情況，打字或語音都行。
proposals-contest-kept = 已轉給您的主管認定，有結果會告訴您。
proposals-contest-nobody = 已記下。目前沒有能認定的主管，請直接聯繫上級。
proposals-uphold = 屬實
proposals-withdraw = 撤銷（誤報）
proposals-ask-why = { $name } 已說明情況。認定屬實請給出理由：點一個，或寫一句。
proposals-why-heard = 已當面核實
proposals-why-record = 與登記不符
proposals-verdict-upheld = 狀態：{ $by } { TIME($at) } 認定屬實　{ $reason }
proposals-verdict-withdrawn = 狀態：{ $by } { TIME($at) } 已撤銷　{ $reason }
proposals-outcome =
    🚩 <b>{ $number } { $rule }</b>　{ DAY($day) }{ $minutes }
    { $verdict }
    制度寫的是：{ $measure }
    { $state }
proposals-deadline-over =
    ⏰ <b>{ $name }</b> 的整改期限已過：{ $number } { $rule }（{ DAY($day) }{ $minutes }）
    { $measure }
    { $words }
    請看看整改得怎麼樣。{ $state }
proposals-own-line = 🚩 { DAY($day) } { $number } { $rule }{ $minutes }：{ $measure }。{ $state }
proposals-waiting = 🚩 待認定的提示 { $count } 條
proposals-not-yours = 這條提示不是給您的。
proposals-own = 自己的事由別人認定。
proposals-contested-already = 您在 { TIME($at) } 已經說明過，請等主管認定。
proposals-contest-needs-reason = 請寫明情況，一句話也行。
proposals-uphold-needs-reason = 本人已說明情況，認定屬實請給出理由。
proposals-is-upheld = 這條提示 { DAY($at) } { TIME($at) } 已認定屬實。
proposals-is-withdrawn = 這條提示 { DAY($at) } { TIME($at) } 已撤銷。
proposals-decided-meanwhile = 剛剛已有人處理，請重新打開查看。
