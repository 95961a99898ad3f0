boards-today =
    📋 <b>今天　{ DAY($day) }</b>　（{ TIME($at) } 更新）
    { $lines }
    { $owed }
boards-owed = 📝 还差 { $count } 份走访记录，点下面的按钮直接写。
boards-refresh = 🔄 刷新
boards-when-left = ⏱ { $client } { TIME($at) }：几点离开的？
boards-nothing-yet = 今天还没有安排。外出前说一句就行。
boards-on-leave = 🌴 请假，到 { DAY($until) } { TIME($until) }
boards-on-duty = 🪑 今天坐班
boards-outing-waiting = ⏳ 外出等主管同意{ $back }
boards-outing-declared = 🚗 已登记外出，{ TIME($at) } 出发{ $back }
boards-outing-out = 🚗 { TIME($at) } 外出{ $back }
boards-outing-overdue = ⏰ 已超时 { $minutes } 分钟
boards-outing-returned = 🏢 { TIME($at) } 已返回
boards-outing-declined = 外出未获同意
boards-outing-cancelled = 外出已取消
boards-outing-late = （先出发后补报）
boards-back-by = ，{ TIME($at) } 前回
boards-stop = ▫️ 待去：{ $client }
boards-visit-ended = 📍 { TIME($arrived) }–{ TIME($left) } { $client }（{ $grade }{ $plan }）{ $record }
boards-visit-lasts = 📍 { TIME($arrived) } 起 { $client }（{ $grade }{ $plan }）{ $record }
boards-unplanned = ，计划外
boards-record-none = 　未写记录
boards-record-draft = 　记录未写完
boards-record-submitted = 　✅ 记录
boards-record-late = 　✅ 记录（迟交）
boards-record-reviewed = 　👁 已阅
boards-record-returned = 　↩️ 待补充
boards-forgotten = ❗ { DAY($at) } { TIME($at) } { $client }：没有离开时间
boards-contact = ☎️ { TIME($at) } { $client }（{ $channel }）{ $line }
boards-owed-before = 📝 { DAY($at) } { $client }：未写记录

boards-team =
    👥 <b>{ $scope }</b>　{ TIME($at) }
    { $counts }

    { $lines }
boards-counts = 共 { $people } 人　在外 { $far }（客户处 { $client }，超时 { $overdue }）　待同意 { $waiting }　在行 { $inside }　坐班 { $duty }　请假 { $leave }　去向不明 { $unexplained }　非工作时间 { $off }
boards-row-overdue = ⏰ <b>{ $name }</b>{ $unit } 超时 { $minutes } 分钟{ $whom }{ $grade }{ $back }{ $late }{ $owed }{ $unread }
boards-row-unexplained = ❓ <b>{ $name }</b>{ $unit } 去向不明{ $owed }{ $unread }
boards-row-at-client = 📍 { $name }{ $unit } 在客户处{ $whom }{ $grade }{ $since }{ $back }{ $late }{ $owed }{ $unread }
boards-row-out = 🚗 { $name }{ $unit } 外出{ $whom }{ $since }{ $back }{ $late }{ $owed }{ $unread }
boards-row-waiting = ⏳ { $name }{ $unit } 等同意外出{ $whom }{ $back }{ $owed }{ $unread }
boards-row-on-duty = 🪑 { $name }{ $unit } 坐班{ $owed }{ $unread }
boards-row-in = 🏢 { $name }{ $unit } 在行{ $heard }{ $owed }{ $unread }
boards-row-on-leave = 🌴 { $name }{ $unit } 请假{ $back }{ $owed }{ $unread }
boards-row-off = 💤 { $name }{ $unit } 非工作时间{ $owed }{ $unread }
boards-row-not-enrolled = ✉️ { $name }{ $unit } 未登记{ $owed }{ $unread }
boards-of-unit = （{ $name }）
boards-whom = ：{ $client }
boards-since = ，{ TIME($at) } 起
boards-heard = ，{ TIME($at) } 有消息
boards-grade = （{ $grade }）
boards-mark-late = ，补报
boards-mark-records = ，欠记录 { $count }
boards-mark-unread = ，待阅 { $count }
boards-nobody = 这里还没有外勤人员。
boards-unit-line = ▪️ <b>{ $name }</b>　{ $people } 人：在外 { $out }　超时 { $overdue }　去向不明 { $unexplained }
boards-more = ……还有 { $count } 人，见各单位。
boards-name = { $name }
boards-page-before = ◀ { $page }/{ $pages }
boards-page-after = { $page }/{ $pages } ▶
boards-all = ⬆️ 全部
boards-all-units = 所辖单位
boards-not-yours = 这不在您的管辖范围内。
boards-person =
    👤 <b>{ $name }</b>　{ $unit }　（{ TIME($at) } 更新）
    { $lines }
boards-see-visit = 📍 { $client } { TIME($at) }
boards-read-record = 📄 { $client } 记录
boards-read-older = 📄 { DAY($day) } { $client } 待阅
boards-back = ⬅️ 返回

help-boards-today = 我的今天
help-boards-team = 团队动态
