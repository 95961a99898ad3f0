reminding-bundle =
    🔔 <b>{ $count } 件事提醒您</b>
    { $lines }
reminding-bundled = ▫️ { $words }
reminding-why-button = 為什麼提醒？
reminding-later-button = ⏰ 稍後
reminding-why = { $lines }
reminding-why-return = A05：外出人員按規定時間回到部門。點「返回」或延長並說明原因，就不再提醒。
reminding-why-records = A07、A10：走訪記錄當天寫完四項。寫完提交後不再提醒。
reminding-why-log = A07、A14：每天一份工作日誌。發送當天日誌後不再提醒。
reminding-why-week = A15：每週把日誌匯總報主管。發送週小結後不再提醒。
reminding-why-meeting = M01、M04–M06：會議提前提醒，例會可在免打擾時段提醒。會後不再提醒。
reminding-why-snoozed = 您自己點了「稍後」，到時間再提醒一次。辦完了就不會再提醒。
reminding-about-snoozed = 稍後要辦的事
reminding-why-appointment = A16、V27：約好的事到時提醒。辦完、改期或取消後不再提醒。
reminding-about-appointment = 約定或提醒沒有辦
reminding-about-return = 未返回
reminding-about-records = 走訪記錄未寫
reminding-about-log = 工作日誌未發
reminding-about-week = 週小結未發
reminding-about-meeting = 會議未簽到
reminding-later = 好的，{ TIME($at) } 再看一次；辦完了就不再提醒。
reminding-over = 這條提醒已經處理過了。
reminding-no-more-later = 已經推遲 { $most } 次，請現在處理，或者和主管說一聲。
reminding-later-is-past = 這個時間已經過了，請換一個以後的時間。
reminding-volume =
    🔔 現在提醒您：<b>{ $volume }</b>
    免打擾時段 { $quiet_from }–{ $quiet_to }（例會提醒除外）。點一下可以換：
reminding-volume-all = 全部提醒
reminding-volume-important = 只提醒重要的
reminding-volume-must = 只提醒必須辦的
reminding-not-so-quiet = 按本行規定不能再少了，請從下面的選項裡選。
reminding-escalated =
    📌 <b>過了時限還沒辦的</b>（{ TIME($at) }）
    { $lines }
reminding-escalated-line = ▫️ { $name }：{ $about }（{ DAY($at) }）

help-reminding-volume = 提醒多少
