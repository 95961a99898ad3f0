staff-whom = 邀請哪位同事？請發送工號，或點下面尚未登記的同事。
staff-nobody-waits = 您管理的單位裡，名單上的同事都已登記。要重新邀請某位（例如換了手機），請發送：/invite 工號
staff-label = { $code } { $name }
staff-link =
    { $name }（工號 { $code }）的邀請連結，只能用一次，{ $expires } 前有效：
    { $link }

    請只發給本人。之前發給這位同事的連結已作廢。
staff-no-link =
    { $name }（工號 { $code }）的邀請口令，只能用一次，{ $expires } 前有效。請本人在機器人裡發送：
    <code>/start { $token }</code>
staff-unknown = 您管理的單位裡沒有工號 { $code }。請核對工號，或先用 waiqin staff add 登入名單。
staff-no-access-now = { $code } 已停用或不在有效期內，先恢復權限再邀請。
help-staff-invite = 邀請同事登記
