# Staff administration
staffing-ask = 👤 Which colleague? Send the staff code or name.
staffing-which = Several colleagues fit. Which one?
staffing-card =
    👤 <b>{ $whose }</b> ({ $code })　{ $unit }
    { $state }
    { $place }
    { $roles }
    Keeps { $kept } clients, { $matters } open matters
staffing-role = ▫️ { $role } ({ $unit })
staffing-state-enrolled = ✅ Enrolled
staffing-state-waiting = ⏳ Not enrolled yet
staffing-state-suspended = ⛔ Suspended
staffing-state-leaving = 🚪 Last day { DAY($day) }
staffing-state-left = 🚪 Left on { DAY($day) }
staffing-is-head = ⭐ Head of this unit
staffing-is-deputy = ☆ Deputy of this unit
staffing-invite = 📨 Invite
staffing-suspend = ⛔ Suspend
staffing-resume = ✅ Resume
staffing-move = 🔀 Move
staffing-roles = 🎫 Roles
staffing-head = Make head
staffing-no-head = No longer head
staffing-deputy = Make deputy
staffing-no-deputy = No longer deputy
staffing-leaving = 🚪 Leaving
staffing-back = ↩ Back
staffing-suspended = { $whose } is suspended; buttons on their phone no longer work
staffing-resumed = { $whose } may use the bot again
staffing-unit = { $name }
staffing-move-where = 🔀 Where does { $whose } move to?
staffing-move-when = 🔀 { $whose } moves to { $unit }. From which day on?
staffing-from-day = From { DAY($day) }
staffing-will-move = 🔀 { $whose } moves to { $unit } on { DAY($day) }. Until then nothing changes.
staffing-moved = 🔀 { $whose } has moved to { $unit }.
staffing-you-moved = 🔀 You now belong to { $unit }, and your rights with it. See /me.
staffing-roles-of = 🎫 Roles of { $whose } in { $unit } (tap to give or take):
staffing-has-role = ✓ { $role }
staffing-has-no-role = { $role }
staffing-leaving-to = 🚪 { $whose } keeps { $kept } clients and { $matters } open matters. Who takes over?
staffing-heir = { $name }
staffing-no-heir-yet = Nobody yet
staffing-nobody-yet = nobody yet
staffing-leaving-when = 🚪 { $whose } leaves; { $kept } clients go to: { $heir }. Which is the last day?
staffing-at-once = At once
staffing-last-day = After { DAY($day) }
staffing-you-leave = 🚪 Your last day is { DAY($day) }; after it the bot no longer serves you. Keep client data secret.
staffing-you-take-over = 🤝 { $whose } has left: { $clients } clients and { $matters } open matters are yours now.
staffing-gone = 🚪 { $whose } has left: { $clients } clients and { $matters } matters handed over; { $left } clients without a keeper who goes on.
staffing-nobody = Nobody in your units fits "{ $said }". Check the code or name.
staffing-not-yours = You can change colleagues of the units you administer.
staffing-not-oneself = Nobody changes their own rights. Ask another administrator.
staffing-so-already = It is so already.
staffing-there-already = This colleague belongs to { $unit } already.
staffing-day-over = { DAY($day) } is over. Choose a later day.
staffing-too-far = At most { $days } days ahead. Choose a nearer day.
staffing-last-role = One role must stay. To end access use "Suspend" or "Leaving".
staffing-no-heir = { $heir } can't take over: it must be a relationship manager who goes on.
help-staffing-find = Manage people and rights
