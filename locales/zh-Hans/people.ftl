people-link-unknown = 这个邀请链接无效。请向本单位管理员要一个新的。
people-link-of-another = 这个邀请链接是发给另一位同事的，不能用在您的账号上。
people-link-used = 这个邀请链接已经用过了。如果不是您本人用的，请马上告诉管理员。
people-link-replaced = 这个邀请链接已被新的代替，请用最近收到的那个。
people-link-expired = 这个邀请链接已过期。请向本单位管理员要一个新的。
people-hello = 您好，{ $name }（工号 { $code }）。登记成功。
people-choose-language = 请选择语言 / 請選擇語言 / Please choose your language
people-language-zh-Hans = 简体中文
people-language-zh-Hant = 繁體中文
people-language-en = English
people-language-set = 好的，用简体中文。
people-notice =
    <b>保密须知</b>

    1. 这里只用于工作，只在本聊天里使用；不要转发、截图或在群里讨论客户和行内事务。
    2. 客户只用编号和简称；不要发送身份证号、账号、卡号、手机号。
    3. 位置只在您主动发送时记录，用作走访依据，您自己可以随时查看。
    4. 您的操作会留痕，供主管和稽核查阅。
    5. 保密义务在离岗、离职后仍然有效。

    点下面的按钮，表示您已读懂并同意遵守。
people-accept-notice = 我已阅读并遵守
people-welcome = { $name }，可以开始了。{ $first }
people-first-field = 外出前说一句就行，例如“去鼎盛纺织看厂房，四点半回”。下面的按钮是最常用的几项，全部功能见 /help 。
people-first-other = 能做的事见 /help ，下面的按钮是最常用的几项。
people-me =
    <b>{ $name }</b>　工号 { $code }
    单位：{ $unit }
    岗位：
    { $roles }
    语言：{ $language }　时区：{ $zone }
    保密须知接受于：{ $accepted }
    { $flags }
people-me-role = · { $role }（{ $unit }）
people-flags = <b>本月登记情况</b>
people-flags-visits = · 走访 { $count } 次：依据可信 { $strong }，一般 { $fair }，较弱 { $weak }，存疑 { $contradicted }
people-flags-records = · 走访记录已交 { $count } 份，其中迟交 { $late }；过时未交 { $missing }
people-flags-outings = · 外出 { $count } 次：先离开后登记 { $told }，返回晚于规定 { $back }，返回时间事后补记 { $corrected }
people-not-yet = 尚未接受
people-help =
    <b>您可以：</b>
    { $lines }
people-help-spoken = 也可以直接用一句话说，例如“去鼎盛纺织看厂房，四点半回”。
people-help-field = <b>🚗 外勤</b>
people-help-plan = <b>🗓 计划与我的一天</b>
people-help-team = <b>👥 团队</b>
people-help-leave = <b>🏖 请假与值班</b>
people-help-more = <b>⚙️ 其他</b>
people-help-line = /{ $command } { $what }
help-people-language = 换语言
help-people-me = 我的资料
help-people-help = 我能做什么
