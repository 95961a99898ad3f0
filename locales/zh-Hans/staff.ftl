staff-whom = 邀请哪位同事？请发送工号，或点下面尚未登记的同事。
staff-nobody-waits = 您管理的单位里，名单上的同事都已登记。要重新邀请某位（例如换了手机），请发送：/invite 工号
staff-label = { $code } { $name }
staff-link =
    { $name }（工号 { $code }）的邀请链接，只能用一次，{ $expires } 前有效：
    { $link }

    请只发给本人。之前发给这位同事的链接已作废。
staff-no-link =
    { $name }（工号 { $code }）的邀请口令，只能用一次，{ $expires } 前有效。请本人在机器人里发送：
    <code>/start { $token }</code>
staff-unknown = 您管理的单位里没有工号 { $code }。请核对工号，或先用 waiqin staff add 登入名单。
staff-no-access-now = { $code } 已停用或不在有效期内，先恢复权限再邀请。
help-staff-invite = 邀请同事登记
