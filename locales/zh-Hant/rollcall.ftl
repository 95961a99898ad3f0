rollcall-ask =
    🔔 <b>{ $what }</b>　{ TIME($start) }–{ TIME($end) }
    到了請點一下，或者回一個「到」。
rollcall-here = ✅ 到
rollcall-said-here = 到
rollcall-of-training = 晨訓
rollcall-of-weekly = 客戶經理例會
rollcall-of-communication = 負責人溝通會
rollcall-of-analysis = 分析會
rollcall-of-department-work = 部門工作例會
rollcall-noted = ✅ { $what }：{ TIME($at) } 已到。
rollcall-noted-late = ⏱ { $what }：{ TIME($at) } 到，晚了 { $minutes } 分鐘。有原因請和主管說一聲，由主管決定。
rollcall-over = { $what }點名 { TIME($at) } 已結束。有事沒來得及點，請和主管說明。
rollcall-already-here = 您 { TIME($at) } 已經點過到了。
rollcall-cancelled = 這次會議已取消，不用點到。
rollcall-not-open = 還沒開始點名（{ TIME($at) } 開始），到時會提醒您。
rollcall-closed = 點名 { TIME($at) } 已結束。當時在場的話，請和主管說明。
rollcall-none = 現在沒有點名。晨訓和會議開始前會提醒您。
rollcall-board =
    👥 <b>{ $what }點名</b>　{ DAY($day) }　{ $here }/{ $all }（{ TIME($at) }）
    { $lines }
rollcall-board-closed =
    👥 <b>{ $what }點名已結束</b>　{ DAY($day) }　{ $here }/{ $all }（{ TIME($at) }）
    { $lines }
rollcall-board-interrupted =
    ⚠️ <b>{ $what }點名期間系統中斷，不作記錄</b>　{ DAY($day) }　{ $here }/{ $all }（{ TIME($at) }）
    { $lines }
rollcall-look = 🔄 刷新
rollcall-name = { $name }
rollcall-name-late = { $name }（晚 { $minutes } 分鐘）
rollcall-beside = { $first }、{ $second }
rollcall-mark-unexplained = ❓ 沒有消息 { $count }：{ $names }
rollcall-mark-late = ⏱ 遲到 { $count }：{ $names }
rollcall-mark-present = ✅ 已到 { $count }：{ $names }
rollcall-mark-out = 🚗 外出 { $count }：{ $names }
rollcall-mark-on-duty = 🪑 坐班 { $count }：{ $names }
rollcall-mark-on-leave = 🌴 請假 { $count }：{ $names }
rollcall-mark-not-enrolled = ✉️ 未登記 { $count }：{ $names }
rollcall-nobody = 沒有需要點名的人。
