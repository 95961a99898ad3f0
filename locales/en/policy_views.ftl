# The bank's figures
policy_views-all = 📐 <b>Policy</b> as it applies to { $unit }. Choose a section, or send /policy with a word or rule, such as /policy A05
policy_views-name = { $name }
policy_views-section-of =
    📐 <b>{ $section }</b>　{ $unit }

    { $lines }
policy_views-found =
    📐 <b>Figures found</b>

    { $lines }
policy_views-line = <b>{ $what }</b> = { $value }　from: { $source }　rules: { $rules }
policy_views-from-default = default
policy_views-from-file = { $file } line { $line }
policy_views-before = ◀ Page before
policy_views-after = Next page ▶
policy_views-sections = ↩ All sections
policy_views-try = 🧪 Try { $what }
policy_views-ask = 🧪 { $what } is { $value }. Which value shall be tried? (On paper only; the policy stays.)
policy_views-not-a-value = I could not read that value. It is { $value } now; write it the same way, such as 16:30 or 200.
policy_views-replaying = 🧪 Replaying month { $month } with it…
policy_views-result =
    🧪 <b>{ $what }</b>　month { $month }, on paper
    As it is, { $was }: { $before } times, { $people_before } people
    With { $would_be }: { $after } times, { $people_after } people

    { $lines }

    Only a trial; no record was changed.
policy_views-person = ▫️ { $whose }: { $before } → { $after }
policy_views-no-difference = No difference.
policy_views-no-figure = No figure has "{ $said }" in its name or rules.
policy_views-cannot-try = { $what } can't be tried; the hour of return, the day's end, the check-in radius and the roll call's grace can.
help-policy_views-start = See the bank's figures, and try one
