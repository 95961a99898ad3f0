proposals-yours =
    🚩 <b>A flag for you　{ $number }</b>　{ DAY($day) }
    { $rule }{ $minutes }
    The papers say: { $measure }
    { $state }

    This is only a flag; nothing is deducted. Your supervisor decides. Tell us if it was otherwise.
proposals-theirs =
    🚩 <b>{ $name }　{ $number }</b>　{ DAY($day) }
    { $rule }{ $minutes }
    The papers say: { $measure }
    { $words }
    { $state }
proposals-contested =
    ✋ <b>{ $name } contests a flag　{ $number }</b>　{ DAY($day) }
    { $rule }{ $minutes }
    The papers say: { $measure }
    { $words }
    Please decide whether it stands; nothing is deducted here.
proposals-words = 💬 They say: { $words }
proposals-minutes = , { $minutes } min
proposals-rule-l03 = Absent without leave
proposals-rule-l05 = Late
proposals-rule-l06 = Not at the post at a spot check
proposals-rule-l07 = Out, and place or matter not as registered
proposals-rule-l08 = Out, and again not as registered
proposals-rule-l09 = Conduct
proposals-rule-l10 = Credit opinion or file overdue
proposals-rule-l11 = Archive handed over late
proposals-measure-none = no measure proposed
proposals-measure-fine = { $amount } yuan proposed (no. { $step })
proposals-measure-caution = a caution proposed (no. { $step })
proposals-measure-warning = a warning proposed, to be heeded by { DAY($deadline) } (no. { $step })
proposals-measure-standby = transfer or standby proposed (no. { $step }); weigh it with care
proposals-state-proposed = Status: waits for the supervisor
proposals-state-contested = Status: contested, waits for the supervisor
proposals-state-upheld = Status: stands ({ DAY($at) } { TIME($at) }) { $reason }
proposals-state-withdrawn = Status: withdrawn ({ DAY($at) } { TIME($at) }) { $reason }
proposals-contest = ✋ It was otherwise
proposals-ask-contest = Please say in one message what it was, typed or spoken.
proposals-contest-kept = Passed on to your supervisor; you will hear the outcome.
proposals-contest-nobody = Noted. Nobody can decide right now; please turn to the next level.
proposals-uphold = Stands
proposals-withdraw = Withdraw (false alarm)
proposals-ask-why = { $name } has explained. To let it stand give a reason: tap one, or write a sentence.
proposals-why-heard = Checked in person
proposals-why-record = Not as registered
proposals-verdict-upheld = Status: { $by } let it stand at { TIME($at) }　{ $reason }
proposals-verdict-withdrawn = Status: { $by } withdrew it at { TIME($at) }　{ $reason }
proposals-outcome =
    🚩 <b>{ $number } { $rule }</b>　{ DAY($day) }{ $minutes }
    { $verdict }
    The papers say: { $measure }
    { $state }
proposals-deadline-over =
    ⏰ The time for putting things right is over for <b>{ $name }</b>: { $number } { $rule } ({ DAY($day) }{ $minutes })
    { $measure }
    { $words }
    Please see how it went. { $state }
proposals-own-line = 🚩 { DAY($day) } { $number } { $rule }{ $minutes }: { $measure }. { $state }
proposals-waiting = 🚩 Flags to decide: { $count }
proposals-not-yours = This flag is not yours.
proposals-own = Somebody else decides about what is one's own.
proposals-contested-already = You explained at { TIME($at) }; your supervisor decides.
proposals-contest-needs-reason = Please say what it was, one sentence will do.
proposals-uphold-needs-reason = They have explained; give a reason to let it stand.
proposals-is-upheld = This flag was decided to stand on { DAY($at) } { TIME($at) }.
proposals-is-withdrawn = This flag was withdrawn on { DAY($at) } { TIME($at) }.
proposals-decided-meanwhile = Somebody has just decided; please open it again.
