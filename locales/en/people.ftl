people-link-unknown = This invitation link is not valid. Please ask your unit's administrator for a new one.
people-link-of-another = This invitation link was made for a colleague and can't be used with your account.
people-link-used = This invitation link has been used already. If it was not you, tell your administrator at once.
people-link-replaced = This invitation link was replaced by a newer one. Please open the latest.
people-link-expired = This invitation link has expired. Please ask your unit's administrator for a new one.
people-hello = Hello { $name } (staff code { $code }). You are enrolled.
people-choose-language = 请选择语言 / 請選擇語言 / Please choose your language
people-language-zh-Hans = 简体中文
people-language-zh-Hant = 繁體中文
people-language-en = English
people-language-set = English it is.
people-notice =
    <b>Confidentiality notice</b>

    1. This chat is for work only. Do not forward or photograph it, and do not discuss clients or the bank's affairs in groups.
    2. Clients go by code and alias. Never send identity, account, card or mobile numbers.
    3. Your location is kept only when you send it, as evidence of a visit; you can see it yourself at any time.
    4. What you do here is logged for your supervisor and for audit.
    5. The duty of secrecy goes on after you leave your post or the bank.

    Tap the button to say that you have understood this and will keep to it.
people-accept-notice = I have read it and will keep to it
people-welcome = Ready, { $name }. { $first }
people-first-field = Before you go out, one sentence is enough: “visit Dingsheng re plant, back 16:30”. The buttons below are what you need most; /help shows everything.
people-first-other = /help shows what you can do; the buttons below are what you need most.
people-me =
    <b>{ $name }</b>, staff code { $code }
    Unit: { $unit }
    Roles:
    { $roles }
    Language: { $language }, time zone: { $zone }
    Confidentiality notice accepted: { $accepted }
    { $flags }
people-me-role = · { $role } ({ $unit })
people-flags = <b>This month in the register</b>
people-flags-visits = · Visits: { $count } (evidence strong { $strong }, fair { $fair }, weak { $weak }, contradicted { $contradicted })
people-flags-records = · Visit records handed in: { $count }, of them late { $late }; overdue { $missing }
people-flags-outings = · Outings: { $count } (told after leaving { $told }, back after the hour { $back }, return said afterwards { $corrected })
people-not-yet = not yet
people-help =
    <b>You can:</b>
    { $lines }
people-help-spoken = Or simply say it in a sentence: “visit Dingsheng re plant, back 16:30”.
people-help-field = <b>🚗 In the field</b>
people-help-plan = <b>🗓 Plans and my day</b>
people-help-team = <b>👥 The team</b>
people-help-leave = <b>🏖 Leave and duty</b>
people-help-more = <b>⚙️ More</b>
people-help-line = /{ $command } { $what }
help-people-language = change the language
help-people-me = what is kept about me
help-people-help = what I can do
