people-link-unknown = 這個邀請連結無效。請向本單位管理員要一個新的。
people-link-of-another = 這個邀請連結是發給另一位同事的，不能用在您的帳號上。
people-link-used = 這個邀請連結已經用過了。如果不是您本人用的，請馬上告訴管理員。
people-link-replaced = 這個邀請連結已被新的代替，請用最近收到的那個。
people-link-expired = 這個邀請連結已過期。請向本單位管理員要一個新的。
people-hello = 您好，{ $name }（工號 { $code }）。登記成功。
people-choose-language = 请选择语言 / 請選擇語言 / Please choose your language
people-language-zh-Hans = 简体中文
people-language-zh-Hant = 繁體中文
people-language-en = English
people-language-set = 好的，用繁體中文。
people-notice =
    <b>保密須知</b>

    1. 這裡只用於工作，只在本聊天裡使用；不要轉發、截圖或在群裡討論客戶和行內事務。
    2. 客戶只用編號和簡稱；不要發送身份證號、帳號、卡號、手機號。
    3. 位置只在您主動發送時記錄，用作走訪依據，您自己可以隨時查看。
    4. 您的操作會留痕，供主管和稽核查閱。
    5. 保密義務在離崗、離職後仍然有效。

    點下面的按鈕，表示您已讀懂並同意遵守。
people-accept-notice = 我已閱讀並遵守
people-welcome = { $name }，可以開始了。{ $first }
people-first-field = 外出前說一句就行，例如「去鼎盛紡織看廠房，四點半回」。下面的按鈕是最常用的幾項，全部功能見 /help 。
people-first-other = 能做的事見 /help ，下面的按鈕是最常用的幾項。
people-me =
    <b>{ $name }</b>　工號 { $code }
    單位：{ $unit }
    崗位：
    { $roles }
    語言：{ $language }　時區：{ $zone }
    保密須知接受於：{ $accepted }
    { $flags }
people-me-role = · { $role }（{ $unit }）
people-flags = <b>本月登記情況</b>
people-flags-visits = · 走訪 { $count } 次：依據可信 { $strong }，一般 { $fair }，較弱 { $weak }，存疑 { $contradicted }
people-flags-records = · 走訪記錄已交 { $count } 份，其中遲交 { $late }；過時未交 { $missing }
people-flags-outings = · 外出 { $count } 次：先離開後登記 { $told }，返回晚於規定 { $back }，返回時間事後補記 { $corrected }
people-not-yet = 尚未接受
people-help =
    <b>您可以：</b>
    { $lines }
people-help-spoken = 也可以直接用一句話說，例如「去鼎盛紡織看廠房，四點半回」。
people-help-field = <b>🚗 外勤</b>
people-help-plan = <b>🗓 計劃與我的一天</b>
people-help-team = <b>👥 團隊</b>
people-help-leave = <b>🏖 請假與值班</b>
people-help-more = <b>⚙️ 其他</b>
people-help-line = /{ $command } { $what }
help-people-language = 換語言
help-people-me = 我的資料
help-people-help = 我能做什麼
