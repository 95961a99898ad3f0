briefing-morning =
    ☀️ <b>{ $name }，早上好</b>　{ DAY($day) }
    { $lines }
briefing-late =
    ☀️ <b>{ $name }，您好</b>　{ DAY($day) }（系统恢复较晚，晨报迟到了）
    { $lines }
briefing-broken =
    ☀️ { $name }，早上好　{ DAY($day) }
    您今天的清单没有排出来，已经记录，管理员会处理。计划和到期事项可以先看 /plan 和 /credit 。
briefing-list =
    📋 <b>待办</b>　{ DAY($day) }（{ TIME($at) } 更新）{ $dealt }
    { $lines }
briefing-dealt = 　今天已处理 { $count } 项
briefing-on-duty = 🪑 今天您坐班
briefing-notice = 📣 { $words }
briefing-visits = 🚗 今天的拜访：
briefing-visit = 　{ $number }) { $client }
briefing-visit-at = 　{ $number }) { TIME($at) } { $client }
briefing-count = 📌 <b>该办的 { $count } 件</b>{ $new ->
        [0] {""}
       *[other] （🆕 新增 { $new }）
    }
briefing-nothing = ✅ 今天没有到期的事项。
briefing-line = { $number }. { $about }{ $instead }：{ $reasons }
briefing-line-new = { $number }. 🆕 { $about }{ $instead }：{ $reasons }
briefing-own = 自己
briefing-instead = （代{ $name }）
briefing-two = { $first }，{ $second }
briefing-three = { $first }，{ $second }，{ $third }
briefing-more = ……还有 { $count } 条，点「还有」看
briefing-no-words = （没有写内容）

briefing-reason-rating-notice = 评级还有{ $days }天到期，该提示续评
briefing-reason-rating-notice-past = 评级已过期{ $days }天
briefing-reason-rating-window = 评级还有{ $days }天到期，可以发起续评
briefing-reason-rating-window-past = 评级已过期{ $days }天，续评还没发起
briefing-reason-rating-file = 评级还有{ $days }天到期，该上报了
briefing-reason-rating-file-past = 评级已过期{ $days }天，还没上报
briefing-reason-line-notice = 授信还有{ $days }天到期，该提示续授信
briefing-reason-line-notice-past = 授信已过期{ $days }天
briefing-reason-line-file = 授信还有{ $days }天到期，该报新授信
briefing-reason-line-file-past = 授信已过期{ $days }天，新授信还没报
briefing-reason-loan-notice = 贷款还有{ $days }天到期，该通知客户
briefing-reason-loan-notice-past = 贷款已逾期{ $days }天
briefing-reason-relend-talk = 贷款还有{ $days }天到期，该谈还后续贷
briefing-reason-relend-talk-past = 贷款已逾期{ $days }天，续贷还没谈
briefing-reason-interest = { $days }天后扣息，请查余额
briefing-reason-interest-past = 扣息日过了{ $days }天，还没确认扣足
briefing-reason-reconciliation = { $days }天后对账，请提醒客户
briefing-reason-reconciliation-past = 对账日过了{ $days }天，还没确认
briefing-reason-on-site = 上次有效拜访{ $days }天前
briefing-reason-on-site-never = 还没有上门拜访过
briefing-reason-visit = 上次拜访{ $days }天前
briefing-reason-visit-never = 还没有拜访过
briefing-reason-phone = 上次联系{ $days }天前
briefing-reason-phone-never = 还没有联系过
briefing-reason-analysis = 上次分析{ $days }天前
briefing-reason-analysis-never = 本季还没有分析
briefing-reason-birthday = { $days }天后生日
briefing-reason-birthday-today = 今天生日
briefing-reason-important-day = { $days }天后是重要日子
briefing-reason-important-day-today = 今天是重要日子
briefing-reason-follow-up = 该跟进：{ $words }
briefing-reason-follow-up-past = 跟进已过{ $days }天：{ $words }
briefing-reason-follow-up-at = { TIME($at) } 跟进：{ $words }
briefing-reason-promise = 答应过：{ $words }
briefing-reason-promise-past = 答应过（{ DAY($day) }）：{ $words }
briefing-reason-promise-at = 答应 { TIME($at) }：{ $words }
briefing-reason-next-step = 下一步：{ $words }
briefing-reason-next-step-past = 下一步（{ DAY($day) }）：{ $words }
briefing-reason-next-step-at = { TIME($at) } 下一步：{ $words }
briefing-reason-planned-visit = 今天计划拜访
briefing-reason-planned-visit-past = 计划{ DAY($day) }拜访，还没去
briefing-reason-planned-visit-at = 今天 { TIME($at) } 拜访
briefing-reason-call = 要打电话：{ $words }
briefing-reason-call-past = 电话（{ DAY($day) }）还没打：{ $words }
briefing-reason-call-at = { TIME($at) } 打电话：{ $words }
briefing-reason-task = 交办：{ $words }
briefing-reason-task-past = 交办（{ DAY($day) }）：{ $words }
briefing-reason-task-at = { TIME($at) } 交办：{ $words }
briefing-reason-reminder = 提醒：{ $words }
briefing-reason-reminder-past = 提醒（{ DAY($day) }）：{ $words }
briefing-reason-reminder-at = { TIME($at) }：{ $words }
briefing-reason-record-owed = { DAY($day) }走访记录还没写
briefing-reason-record-owed-past = { DAY($day) }走访记录还没写
briefing-reason-record-returned = { DAY($day) }走访记录待补充
briefing-reason-record-returned-past = { DAY($day) }走访记录待补充

briefing-detail =
    🔎 <b>{ $about }</b>　第 { $position } / { $total } 条：{ $urgency }（权重 { $weight }）
    { $lines }

    排在前面的：不能再等的，其次到期的、落后于频次的，最后是刚进入提前期的；同一档里新出现的在前，再按权重。
briefing-urgency-now = 不能再等
briefing-urgency-due = 到期
briefing-urgency-behind = 落后于频次
briefing-urgency-ahead = 提前期内
briefing-why-line = ▫️ { $reason }
    　{ $rule }，{ DAY($due) } 前：{ $satisfied }
briefing-why-rating-notice = 提示客户续评，在卡片上勾“已通知”。
briefing-why-rating-window = 到期前60天内发起续评，在卡片上勾“已发起”。
briefing-why-rating-file = 到期前半个月上报，在卡片上勾“已上报”。
briefing-why-line-notice = 提示客户续授信，在卡片上勾“已通知”。
briefing-why-line-file = 到期前1个月报送新授信，在卡片上填CLPM编号。
briefing-why-loan-notice = 到期前1个月通知客户备款，在卡片上勾“已通知”。
briefing-why-relend-talk = 及时商谈还后续贷，在卡片上勾“已谈”。
briefing-why-interest = 扣息前查余额、提醒客户，在卡片上勾。
briefing-why-reconciliation = 提醒客户对账，在卡片上勾“已确认”。
briefing-why-follow-up = 联系客户并记下结果。
briefing-why-on-site = 上门拜访并写完记录；电话不算。
briefing-why-visit = 拜访客户并写完记录；电话不算。
briefing-why-phone = 打个电话，点「已电联」即可；见面也算联系。
briefing-why-analysis = 完成本季客户分析。
briefing-why-birthday = 当天问候客户。
briefing-why-important-day = 当天问候客户。
briefing-why-promise = 兑现答应客户的事，然后点「办完」或记一次联系。
briefing-why-next-step = 完成记录里写的下一步。
briefing-why-planned-visit = 去拜访，或改期。
briefing-why-call = 打电话，点「已电联」。
briefing-why-task = 办完后点「办完」。
briefing-why-reminder = 您自己设的提醒，办完点「办完」。
briefing-why-record-owed = 写完走访记录四项并提交。
briefing-why-record-returned = 按主管意见补充记录并提交。

briefing-phone = { $number } ☎️ 已电联
briefing-done = { $number } ✅ 办完
briefing-later = { $number } ⏰ 稍后
briefing-open = { $number } 🔎
briefing-phone-long = ☎️ 已电联（记一次电话）
briefing-done-long = ✅ 办完
briefing-later-long = ⏰ 稍后
briefing-credit = 📄 { $what }卡片：看步骤、勾已办
briefing-plan = 📅 计划拜访
briefing-not-needed = ✖️ 不需要
briefing-concerns = 📌 通知 { $number } 与我有关，记入日志
briefing-before = ⬅️ 前面
briefing-rest = 还有 { $count } 条 ➡️
briefing-refresh = 🔄 刷新
briefing-back = ⬅️ 返回
briefing-until = { DAY($at) } { TIME($at) }
briefing-undo = ↩️ 撤销刚才的电联

briefing-phone-words = 电话联系（晨报待办）
briefing-phoned = ☎️ 已记电话联系。
briefing-phoned-left = ☎️ 已记电话联系。电话不能代替的（上门、授信等）明天再列出。
briefing-undone = 已撤销，这条回到待办。
briefing-done-noted = ✅ 办完了。
briefing-gone = 这件事已经不在待办里了，列表已更新。
briefing-later-when =
    ⏰ 什么时候再提醒？
    { $line }
briefing-put-off = 好的，{ DAY($at) } { TIME($at) } 再提醒。
briefing-again =
    ⏰ <b>到时间了</b>
    { $line }
briefing-why-not =
    ✖️ 为什么不需要？点一个，或者写一句。
    { $line }
briefing-no-elsewhere = 别的渠道已办
briefing-no-settled = 客户已结清或退出
briefing-no-mistaken = 信息有误
briefing-dropped = 好的，已记下原因，这条不再列出；出现新的到期日会再提醒。
briefing-concerns-noted = 📌 已记入今天日志的“晨会要点”。
briefing-concerns-already = 这条已经在日志里了。
