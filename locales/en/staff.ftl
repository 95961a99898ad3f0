staff-whom = Whom do you want to invite? Send the staff code, or tap a colleague who is not enrolled yet.
staff-nobody-waits = Everybody on the name list of your units is enrolled. To invite somebody again (a new phone), send: /invite CODE
staff-label = { $code } { $name }
staff-link =
    The invitation of { $name } (staff code { $code }), good once, until { $expires }:
    { $link }

    Please give it to nobody else. Earlier links of this colleague are void.
staff-no-link =
    The invitation of { $name } (staff code { $code }), good once, until { $expires }. The colleague sends the bot:
    <code>/start { $token }</code>
staff-unknown = There is no staff code { $code } in your units. Please check it, or put the colleague on the list with waiqin staff add.
staff-no-access-now = { $code } is suspended or outside the dates of their access. Give access back first, then invite.
help-staff-invite = invite a colleague
