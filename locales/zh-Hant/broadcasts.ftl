# 通知
broadcasts-ask-text = 📣 請寫通知內容，也可以直接發圖片或文件（文字寫在說明裡）。
broadcasts-card =
    📣 <b>通知預覽</b>
    { $text }
    { $file }
    ——
    發給：{ $unit } · { $role }，共 <b>{ $count }</b> 人
    級別：{ $urgency }　時間：{ $when }
broadcasts-with-photo = 📷 附圖片
broadcasts-with-document = 📎 附文件
broadcasts-unit = { $name }
broadcasts-wider = ⬆ 擴大範圍
broadcasts-audience = ⭐ { $name }
broadcasts-role = 👤 { $role }
broadcasts-everybody = 全體人員
broadcasts-urgency-plain = 普通（不需回執）
broadcasts-urgency-important = 重要（需回執）
broadcasts-urgency-urgent = 緊急（需回執）
broadcasts-when = 🕔 { $when }
broadcasts-now = 立即發送
broadcasts-at = { DAY($at) } { TIME($at) }
broadcasts-other-time = 另定時間
broadcasts-other-text = 改內容
broadcasts-save = ⭐ 存為常用
broadcasts-send = ✅ 發送給 { $count } 人
broadcasts-drop = 不發了
broadcasts-dropped = 通知沒有發出。
broadcasts-ask-time = 請寫發送時間，例如「明天上午八點半」。
broadcasts-ask-name = 請給這組收件人起個名字，例如「全體客戶經理」。
broadcasts-saved = ⭐ 已存為「{ $whom }」。
broadcasts-handed-over = 📣 通知已提交，共 { $count } 人，{ DAY($at) } { TIME($at) } 發送。
broadcasts-scheduled = 🕔 通知將在 { DAY($at) } { TIME($at) } 發給 { $count } 人，發送前都可以撤回。
broadcasts-notice =
    { $mark } <b>通知</b>　{ $unit } · { $sender }　{ TIME($at) }

    { $text }
broadcasts-notice-read =
    { $mark } <b>通知</b>　{ $unit } · { $sender }　{ TIME($at) }

    { $text }

    ✓ 您已於 { TIME($read) } 確認閲讀
broadcasts-mark-plain = 📣
broadcasts-mark-important = ❗
broadcasts-mark-urgent = 🚨
broadcasts-attached = 📎 通知附件
broadcasts-read = ✅ 已讀
broadcasts-thanks = 已確認
broadcasts-progress =
    📣 { $text }
    已送達 { $delivered } / { $people }
    { $read }
    { $unreachable }
    { $course }
    更新於 { TIME($at) }
broadcasts-progress-read = 已讀 { $read } / { $people }
broadcasts-progress-unreachable = 聯繫不上 { $count } 人（未啓用或已停用機器人）
broadcasts-course-stopped = ⏹ { TIME($at) } 已停止發送
broadcasts-course-reminded = 🔔 { TIME($at) } 已提醒未讀人員
broadcasts-refresh = 🔄 刷新
broadcasts-stop = ⏹ 撤回未發
broadcasts-unread = 👤 未讀名單 { $count }
broadcasts-remind = 🔔 提醒未讀
broadcasts-unread-names =
    尚未確認的 { $count } 人：
    { $lines }
broadcasts-unread-name = ▫️ { $name }（{ $unit }）
broadcasts-stopped = 已撤回，{ $count } 人不會收到
broadcasts-reminded = 已提醒 { $count } 人
broadcasts-reminder =
    🔔 <b>請確認這條通知</b>

    { $text }
broadcasts-not-yours = 只能給您所轄機構發通知，也只有發送人能管理自己的通知。
broadcasts-empty = 通知還沒有內容，請先寫一句話或附上文件。
broadcasts-nobody = 這個範圍裡沒有可以通知的人，請換個範圍或崗位。
broadcasts-too-far = 定時最多提前 { $days } 天，請換個時間。
broadcasts-time-unclear = 沒看懂時間，請寫得具體些，例如「今天17:00」或「明天上午八點半」。
broadcasts-time-over = 這個時間已經過了，請寫一個以後的時間。
broadcasts-already-cancelled = 這條通知 { TIME($at) } 已經撤回了。
broadcasts-all-sent = 已經全部發出，無法撤回；需要更正請另發一條。
broadcasts-nothing-to-read = 這條通知不需要回執，所以不用提醒。
broadcasts-already-reminded = { TIME($at) } 已經提醒過一次了，不再重複提醒。
broadcasts-all-read = 所有人都已確認，不用提醒。
broadcasts-read-before = 您已經確認過了。
help-broadcasts-start = 給團隊發通知
