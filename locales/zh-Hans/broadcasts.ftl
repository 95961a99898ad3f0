# 通知
broadcasts-ask-text = 📣 请写通知内容，也可以直接发图片或文件（文字写在说明里）。
broadcasts-card =
    📣 <b>通知预览</b>
    { $text }
    { $file }
    ——
    发给：{ $unit } · { $role }，共 <b>{ $count }</b> 人
    级别：{ $urgency }　时间：{ $when }
broadcasts-with-photo = 📷 附图片
broadcasts-with-document = 📎 附文件
broadcasts-unit = { $name }
broadcasts-wider = ⬆ 扩大范围
broadcasts-audience = ⭐ { $name }
broadcasts-role = 👤 { $role }
broadcasts-everybody = 全体人员
broadcasts-urgency-plain = 普通（不需回执）
broadcasts-urgency-important = 重要（需回执）
broadcasts-urgency-urgent = 紧急（需回执）
broadcasts-when = 🕔 { $when }
broadcasts-now = 立即发送
broadcasts-at = { DAY($at) } { TIME($at) }
broadcasts-other-time = 另定时间
broadcasts-other-text = 改内容
broadcasts-save = ⭐ 存为常用
broadcasts-send = ✅ 发送给 { $count } 人
broadcasts-drop = 不发了
broadcasts-dropped = 通知没有发出。
broadcasts-ask-time = 请写发送时间，例如“明天上午八点半”。
broadcasts-ask-name = 请给这组收件人起个名字，例如“全体客户经理”。
broadcasts-saved = ⭐ 已存为“{ $whom }”。
broadcasts-handed-over = 📣 通知已提交，共 { $count } 人，{ DAY($at) } { TIME($at) } 发送。
broadcasts-scheduled = 🕔 通知将在 { DAY($at) } { TIME($at) } 发给 { $count } 人，发送前都可以撤回。
broadcasts-notice =
    { $mark } <b>通知</b>　{ $unit } · { $sender }　{ TIME($at) }

    { $text }
broadcasts-notice-read =
    { $mark } <b>通知</b>　{ $unit } · { $sender }　{ TIME($at) }

    { $text }

    ✓ 您已于 { TIME($read) } 确认阅读
broadcasts-mark-plain = 📣
broadcasts-mark-important = ❗
broadcasts-mark-urgent = 🚨
broadcasts-attached = 📎 通知附件
broadcasts-read = ✅ 已读
broadcasts-thanks = 已确认
broadcasts-progress =
    📣 { $text }
    已送达 { $delivered } / { $people }
    { $read }
    { $unreachable }
    { $course }
    更新于 { TIME($at) }
broadcasts-progress-read = 已读 { $read } / { $people }
broadcasts-progress-unreachable = 联系不上 { $count } 人（未启用或已停用机器人）
broadcasts-course-stopped = ⏹ { TIME($at) } 已停止发送
broadcasts-course-reminded = 🔔 { TIME($at) } 已提醒未读人员
broadcasts-refresh = 🔄 刷新
broadcasts-stop = ⏹ 撤回未发
broadcasts-unread = 👤 未读名单 { $count }
broadcasts-remind = 🔔 提醒未读
broadcasts-unread-names =
    尚未确认的 { $count } 人：
    { $lines }
broadcasts-unread-name = ▫️ { $name }（{ $unit }）
broadcasts-stopped = 已撤回，{ $count } 人不会收到
broadcasts-reminded = 已提醒 { $count } 人
broadcasts-reminder =
    🔔 <b>请确认这条通知</b>

    { $text }
broadcasts-not-yours = 只能给您所辖机构发通知，也只有发送人能管理自己的通知。
broadcasts-empty = 通知还没有内容，请先写一句话或附上文件。
broadcasts-nobody = 这个范围里没有可以通知的人，请换个范围或岗位。
broadcasts-too-far = 定时最多提前 { $days } 天，请换个时间。
broadcasts-time-unclear = 没看懂时间，请写得具体些，例如“今天17:00”或“明天上午八点半”。
broadcasts-time-over = 这个时间已经过了，请写一个以后的时间。
broadcasts-already-cancelled = 这条通知 { TIME($at) } 已经撤回了。
broadcasts-all-sent = 已经全部发出，无法撤回；需要更正请另发一条。
broadcasts-nothing-to-read = 这条通知不需要回执，所以不用提醒。
broadcasts-already-reminded = { TIME($at) } 已经提醒过一次了，不再重复提醒。
broadcasts-all-read = 所有人都已确认，不用提醒。
broadcasts-read-before = 您已经确认过了。
help-broadcasts-start = 给团队发通知
