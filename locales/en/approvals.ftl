approvals-list =
    ✅ <b>Waiting for you</b>　{ $count }
    { $lines }
approvals-nothing = Nothing waits for you.
approvals-number = { $number }
approvals-line-leave = { $number }. 🌴 { $name } asks for leave from { DAY($until) } { TIME($until) }{ $acting }
approvals-line-change = { $number }. 🌴 { $name } wants to change leave, { DAY($until) } { TIME($until) }{ $acting }
approvals-line-outing = { $number }. 🚗 { $name } wants to go out, { DAY($until) } { TIME($until) }{ $acting }
approvals-line-flag = { $number }. 🚩 A flag on { $name }, { DAY($until) }{ $acting }
approvals-line-stay = { $number }. ⏱ { $name } stays out until { DAY($until) } { TIME($until) }{ $acting }
approvals-line-return = { $number }. ✏️ { $name } told a return afterwards, { DAY($until) } { TIME($until) }{ $acting }
approvals-line-left = { $number }. ✏️ { $name } told a check-out afterwards, { DAY($until) } { TIME($until) }{ $acting }
approvals-acting = {" "}(acting for { $name })
approvals-card =
    { $what }
    { $acting }
approvals-yes = ✅ Agree
approvals-no = ✋ Decline
approvals-seen = ✅ Accept
approvals-doubt = ✋ Not accepted
approvals-left =
    ✏️ <b>{ $name }</b> told a check-out afterwards
    { DAY($day) } { $client }: arrived { TIME($arrived) }, left { TIME($left) }
    told { DAY($at) } { TIME($at) }
approvals-return =
    ✏️ <b>{ $name }</b> told a return afterwards
    { DAY($day) }: back { TIME($back) }
    told { DAY($at) } { TIME($at) }
approvals-stay =
    ⏱ <b>{ $name }</b> stays out longer (no. { $times })
    { DAY($day) }: planned { TIME($first) }, now until { TIME($until) }
    Reason: { $reason }
approvals-ask-doubt = Why not? One sentence, please; the person will read it.
approvals-doubted =
    ✋ { $name } does not accept this; the register stays as it is:
    { $what }
    💬 { $reason }
approvals-over = This does not wait for you any more; please refresh.
approvals-said-already = { $by } has dealt with it at { TIME($at) }.
help-approvals-waiting = What waits for you
