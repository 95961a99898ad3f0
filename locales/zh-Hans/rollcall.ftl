rollcall-ask =
    🔔 <b>{ $what }</b>　{ TIME($start) }–{ TIME($end) }
    到了请点一下，或者回一个“到”。
rollcall-here = ✅ 到
rollcall-said-here = 到
rollcall-of-training = 晨训
rollcall-of-weekly = 客户经理例会
rollcall-of-communication = 负责人沟通会
rollcall-of-analysis = 分析会
rollcall-of-department-work = 部门工作例会
rollcall-noted = ✅ { $what }：{ TIME($at) } 已到。
rollcall-noted-late = ⏱ { $what }：{ TIME($at) } 到，晚了 { $minutes } 分钟。有原因请和主管说一声，由主管决定。
rollcall-over = { $what }点名 { TIME($at) } 已结束。有事没来得及点，请和主管说明。
rollcall-already-here = 您 { TIME($at) } 已经点过到了。
rollcall-cancelled = 这次会议已取消，不用点到。
rollcall-not-open = 还没开始点名（{ TIME($at) } 开始），到时会提醒您。
rollcall-closed = 点名 { TIME($at) } 已结束。当时在场的话，请和主管说明。
rollcall-none = 现在没有点名。晨训和会议开始前会提醒您。
rollcall-board =
    👥 <b>{ $what }点名</b>　{ DAY($day) }　{ $here }/{ $all }（{ TIME($at) }）
    { $lines }
rollcall-board-closed =
    👥 <b>{ $what }点名已结束</b>　{ DAY($day) }　{ $here }/{ $all }（{ TIME($at) }）
    { $lines }
rollcall-board-interrupted =
    ⚠️ <b>{ $what }点名期间系统中断，不作记录</b>　{ DAY($day) }　{ $here }/{ $all }（{ TIME($at) }）
    { $lines }
rollcall-look = 🔄 刷新
rollcall-name = { $name }
rollcall-name-late = { $name }（晚 { $minutes } 分钟）
rollcall-beside = { $first }、{ $second }
rollcall-mark-unexplained = ❓ 没有消息 { $count }：{ $names }
rollcall-mark-late = ⏱ 迟到 { $count }：{ $names }
rollcall-mark-present = ✅ 已到 { $count }：{ $names }
rollcall-mark-out = 🚗 外出 { $count }：{ $names }
rollcall-mark-on-duty = 🪑 坐班 { $count }：{ $names }
rollcall-mark-on-leave = 🌴 请假 { $count }：{ $names }
rollcall-mark-not-enrolled = ✉️ 未登记 { $count }：{ $names }
rollcall-nobody = 没有需要点名的人。
