reminding-bundle =
    🔔 <b>{ $count } 件事提醒您</b>
    { $lines }
reminding-bundled = ▫️ { $words }
reminding-why-button = 为什么提醒？
reminding-later-button = ⏰ 稍后
reminding-why = { $lines }
reminding-why-return = A05：外出人员按规定时间回到部门。点「返回」或延长并说明原因，就不再提醒。
reminding-why-records = A07、A10：走访记录当天写完四项。写完提交后不再提醒。
reminding-why-log = A07、A14：每天一份工作日志。发送当天日志后不再提醒。
reminding-why-week = A15：每周把日志汇总报主管。发送周小结后不再提醒。
reminding-why-meeting = M01、M04–M06：会议提前提醒，例会可在免打扰时段提醒。会后不再提醒。
reminding-why-snoozed = 您自己点了「稍后」，到时间再提醒一次。办完了就不会再提醒。
reminding-about-snoozed = 稍后要办的事
reminding-why-appointment = A16、V27：约好的事到时提醒。办完、改期或取消后不再提醒。
reminding-about-appointment = 约定或提醒没有办
reminding-about-return = 未返回
reminding-about-records = 走访记录未写
reminding-about-log = 工作日志未发
reminding-about-week = 周小结未发
reminding-about-meeting = 会议未签到
reminding-later = 好的，{ TIME($at) } 再看一次；办完了就不再提醒。
reminding-over = 这条提醒已经处理过了。
reminding-no-more-later = 已经推迟 { $most } 次，请现在处理，或者和主管说一声。
reminding-later-is-past = 这个时间已经过了，请换一个以后的时间。
reminding-volume =
    🔔 现在提醒您：<b>{ $volume }</b>
    免打扰时段 { $quiet_from }–{ $quiet_to }（例会提醒除外）。点一下可以换：
reminding-volume-all = 全部提醒
reminding-volume-important = 只提醒重要的
reminding-volume-must = 只提醒必须办的
reminding-not-so-quiet = 按本行规定不能再少了，请从下面的选项里选。
reminding-escalated =
    📌 <b>过了时限还没办的</b>（{ TIME($at) }）
    { $lines }
reminding-escalated-line = ▫️ { $name }：{ $about }（{ DAY($at) }）

help-reminding-volume = 提醒多少
