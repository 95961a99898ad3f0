consent-ask-why = 為什麼不同意？點一個，或直接寫；申請人會看到。
consent-why-meeting = 部門有會
consent-why-plan = 請先報走訪計劃
consent-why-talk = 出發前先找我
consent-agreed-by = ✅ { $by } { TIME($at) } 同意
consent-declined-by = ✋ { $by } { TIME($at) } 不同意：{ $reason }
consent-decided =
    <b>{ $name }</b> 申請外出{ $late }
    { $legs }
    出發 { $depart }，返回 { TIME($back) }{ $reason }
    { $verdict }
consent-agreed =
    { $verdict }
    { $legs }
    出發：{ $depart }，返回：{ TIME($back) }{ $reason }
    出發時點「現在出發」。
consent-agreed-left =
    { $verdict }，現在起算外出。
    { $legs }
    返回：{ TIME($back) }{ $reason }
consent-declined =
    { $verdict }
    { $legs }
    這次沒有登記成外出；改好以後可以重新申請。
consent-agreed-already = { $by } 已在 { TIME($at) } 同意，不用再處理。
consent-declined-already = { $by } 已在 { TIME($at) } 答覆不同意，不用再處理。
consent-somebody-decided = 另一位主管剛剛處理了，請看更新後的消息。
consent-declined-out =
    { $verdict }
    { $legs }
    您已經外出，這個意見會留在登記裡；請馬上聯繫主管。
