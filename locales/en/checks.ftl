checks-menu =
    🔎 <b>Spot check</b>
    Draw people or choose them; each answers within { $minutes } minutes. Results are noted and flagged, nothing is deducted.
    { $flags }
checks-draw = 🎲 Draw { $count }
checks-choose = 👆 Choose
checks-rates = 📊 Results and false alarms
checks-flag-proposed = 🚩 { DAY($day) } { $name } { $number }
checks-flag-contested = ✋ { DAY($day) } { $name } { $number } contested
checks-choosing = 👆 Choose whom to check ({ $count } chosen):
checks-name = { $name }
checks-chosen = ✅ { $name }
checks-send = 📣 Check now ({ $count })
checks-asks-you =
    🔎 <b>Spot check by { $by }</b>
    Please answer by { TIME($until) } (within { $minutes } minutes): one tap will do, or send your place or a word.
checks-here = 🙋 I am at my post
checks-out-as-registered = 🚗 I am out as registered
checks-place = 📍 Send place
checks-speak = 💬 Say a word
checks-ask-place = Please tap the button below to send your place. Only the distance to the client is kept, not the point.
checks-ask-words = Please say where you are and what you are doing.
checks-thanks =
    🔎 Spot check answered　{ TIME($at) }
    Noted as: { $what }
checks-thanks-place = Got your place, thank you.
checks-thanks-words = Got it, thank you.
checks-round =
    🔎 <b>Spot check</b>　sent { TIME($at) }, until { TIME($until) }　{ $how }
    { $lines }
checks-by-chance = drawn by chance
checks-by-choice = chosen
checks-counts = Present { $present }　out as registered { $out }　on leave { $on_leave }　wrong place { $wrong_place }　no answer { $no_answer }　absent { $absent }　waiting { $waiting }
checks-line = ▫️ <b>{ $name }</b>　{ $what }{ $flagged }
checks-flagged = 　🚩
checks-result-waiting = waiting{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-present = present{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-out = out as registered{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-on-leave = on leave, not disturbed{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-wrong-place = wrong place{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-no-answer = no answer{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-result-absent = absent{ $at }{ $late }{ $away }{ $words }{ $judged }
checks-at = , answered { TIME($at) }
checks-late = {" "}(late)
checks-placed = , place sent (nothing to compare it with)
checks-distance = , { $away } from the client registered
checks-words = , “{ $words }”
checks-judged-by-eye = , seen by the supervisor
checks-closed =
    🔎 The spot check of { TIME($at) } is over:
    { $lines }
checks-one =
    🔎 <b>{ $name }</b>　{ $what }
    What did you see yourself?
checks-was-there = ✅ There
checks-was-not = ❌ Not there
checks-rates-shown =
    📊 <b>Last { $days } days</b>
    { $lines }
checks-rates-results = Checks: present { $present }　out { $out }　on leave { $on_leave }　wrong place { $wrong_place }　no answer { $no_answer }　absent { $absent }　waiting { $waiting }
checks-rates-rule = { $number } { $rule }: flagged { $made }, waiting { $waiting }, contested { $contested }, stood { $upheld }, withdrawn { $withdrawn }; false alarms { $wrong }
checks-rates-none = none decided yet
checks-rates-percent = { $percent } %
checks-not-oneself = Somebody else checks on you.
checks-nobody = There is nobody to check right now.
checks-too-many = At most { $most } people at once, please.
checks-answered = You answered at { TIME($at) } already.
checks-judged = The supervisor has looked in person; that counts.
help-checks-start = Spot check
checks-sent = 📣 Sent, { $count } people.
checks-interrupted = 🔎 The bot was away during the spot check of { TIME($at) }; silence counts for nothing.
