# What `waiqin policy` says to those who run the bot.

policy-fine = { $file }: the policy is fine.
policy-has-mistakes = { $file }: { $count ->
    [one] one mistake
   *[other] { $count } mistakes
 }; nothing has been changed.
policy-not-used-yet = { $file }, line { $line }: { $what } is known and not used by this version yet.
policy-mistake-at = { $file }, line { $line }: { $says }
policy-mistake-in = { $file }: { $says }
policy-defaults-only = The defaults hold: no policy file has been named. WAIQIN_POLICY or --file names one.
policy-no-units = Units can't be shown yet: set up the database (waiqin migrate) and import the units first.
policy-unit-not-there = There is no unit { $unit }. The units are: { $units }.

policy-head-figure = Figure
policy-head-value = Value
policy-head-from = From
policy-head-rules = Rules
policy-from = { $from ->
    [default] the default
   *[other] { $from }
 }

# mistakes
policy-no-file = there is no readable file { $name }; write its right name, relative to the bank's policy file.
policy-too-long = the file is longer than 1 MB; that is no policy file.
policy-not-utf8 = this line is not UTF-8; save the file as UTF-8 and check it again.
policy-full-width = the sign { $sign } is a full-width one; TOML wants the plain sign of an English keyboard.
policy-short-time = a time has seconds in TOML: write { $right } where it says { $said }.
policy-said-twice = this name stands in the file twice; keep one of the two.
policy-not-toml = this can't be read, from column { $column } on; it wants the form name = value, texts in "quotes", lists in [brackets].
policy-schema = schema_version must be { $version }.
policy-section-shape = { $section } is a section: write [{ $section }] on a line of its own and the figures below it.
policy-units-shape = a unit is a section: write [units.CODE.outing] with the unit's code, and the figures below it.
policy-units-nested = a unit's file holds the figures of one unit and no [units]; move them to the bank's file.
policy-unit-file-alone = unit { $unit } names a file and has figures here too; put all of them in one of the two.
policy-unit-file-place = the file of unit { $unit } must lie beside the bank's policy file or below it; write its relative path in "quotes".
policy-unit-unknown = the bank has no unit { $unit }; import the unit first, or write the right code.
policy-unknown = nothing is called { $what }; take the line out, or see `waiqin policy show` for all names.
policy-unknown-near = nothing is called { $what }; is { $near } meant?
policy-elsewhere = { $what } belongs in another section: write { $name } below [{ $section }].
policy-needs-time = { $what } must be a time such as 17:00:00, without quotes.
policy-needs-whole = { $what } must be a whole number from { $low } to { $high }, without quotes.
policy-needs-number = { $what } must be a number from { $low } to { $high }, without quotes.
policy-needs-flag = { $what } must be true or false, without quotes.
policy-needs-choice = { $what } must be one of { $choices }.
policy-needs-choices = { $what } must be a list of some of these, each once: [{ $choices }].
policy-needs-table = { $what } must be a table of some of these, such as { "{" } name = value { "}" }: { $choices }.
policy-needs-steps = { $what } must be a table of days by full years, such as { "{" } 1 = 5, 10 = 10 { "}" }, never falling.
policy-needs-texts = { $what } must be a list of texts, each once: ["...", "..."].
policy-needs-text = { $what } must be a text in "quotes".
policy-needs-zone = { $what } must be a time zone such as "Asia/Shanghai".
policy-needs-days = { $what } must be a list of numbers of days, such as [3, 1].
policy-needs-tables = { $what } must be written as tables: [[cadence]].
policy-needs-rhythm = { $what } must say how often, such as {"{"} every = "2 weeks", times = 1 {"}"}, with 1 to { $most } times.
policy-rhythm-twice = { $measure } of { $segment } is said twice; once per role and tier is right.
policy-needs-country = { $what } must be a country code such as "CN" or "SG", or a part of one such as "DE-BY".
policy-is-code = { $what } can only be { $only }: the bot is made that way. Write { $only } or take the line out.
policy-at-odds = { $low } ({ $low_value }, { $low_from ->
    [default] the default
   *[other] { $low_from }
 }) must be less than { $high } ({ $high_value }, { $high_from ->
    [default] the default
   *[other] { $high_from }
 }).
policy-loosens = unit { $unit } would loosen { $what }: { $value }, where { $from ->
    [default] the default
   *[other] { $from }
 } says { $upper }. { $tighter ->
    [earlier] Below the bank it may only be earlier.
    [later] Below the bank it may only be later.
    [smaller] Below the bank it may only be smaller.
    [larger] Below the bank it may only be larger.
    [on] Below the bank it may be switched on, not off.
    [off] Below the bank it may be switched off, not on.
    [more] Below the bank entries may be added, none may be left out.
    [fewer] Below the bank entries may be left out, none may be added.
    [along] Below the bank it may only go to the right: { $choices }.
   *[fixed] It is set once for the whole bank.
 }
