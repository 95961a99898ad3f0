team-board =
    👥 <b>{ $scope }</b>　{ TIME($at) }
    { $counts }

    { $lines }
team-counts = 共 { $people } 人　在外 { $far }（客户处 { $client }，超时 { $overdue }）　待同意 { $waiting }　在行 { $inside }　坐班 { $duty }　请假 { $leave }　去向不明 { $unexplained }　非工作时间 { $off }
team-row-overdue = ⏰ <b>{ $name }</b>{ $unit } 超时 { SPAN($minutes) }{ $whom }{ $grade }{ $back }{ $late }{ $owed }{ $unread }
team-row-unexplained = ❓ <b>{ $name }</b>{ $unit } 去向不明{ $owed }{ $unread }
team-row-at-client = 📍 { $name }{ $unit } 在客户处{ $whom }{ $grade }{ $since }{ $back }{ $late }{ $owed }{ $unread }
team-row-out = 🚗 { $name }{ $unit } 外出{ $whom }{ $since }{ $back }{ $late }{ $owed }{ $unread }
team-row-waiting = ⏳ { $name }{ $unit } 等同意外出{ $whom }{ $back }{ $owed }{ $unread }
team-row-on-duty = 🪑 { $name }{ $unit } 坐班{ $owed }{ $unread }
team-row-in = 🏢 { $name }{ $unit } 在行{ $heard }{ $owed }{ $unread }
team-row-on-leave = 🌴 { $name }{ $unit } 请假{ $back }{ $standin }{ $owed }{ $unread }
team-row-off = 💤 { $name }{ $unit } 非工作时间{ $owed }{ $unread }
team-row-not-enrolled = ✉️ { $name }{ $unit } 未登记{ $owed }{ $unread }
team-of-unit = （{ $name }）
team-whom = ：{ $client }
team-since = ，{ TIME($at) } 起
team-heard = ，{ TIME($at) } 有消息
team-grade = （{ $grade }）
team-mark-late = ，补报
team-mark-records = ，欠记录 { $count }
team-mark-unread = ，待阅 { $count }
team-nobody = 这里还没有外勤人员。
team-unit-line = ▪️ <b>{ $name }</b>　{ $people } 人：在外 { $out }　超时 { $overdue }　去向不明 { $unexplained }
team-more = ……还有 { $count } 人，见各单位。
team-name = { $name }
team-page-before = ◀ { $page }/{ $pages }
team-page-after = { $page }/{ $pages } ▶
team-all = ⬆️ 全部
team-all-units = 所辖单位
team-not-yours = 这不在您的管辖范围内。
team-person =
    👤 <b>{ $name }</b>　{ $unit }　（{ TIME($at) } 更新）
    { $lines }
team-see-visit = 📍 { $client } { TIME($at) }
team-read-record = 📄 { $client } 记录
team-read-older = 📄 { DAY($day) } { $client } 待阅
team-back = ⬅️ 返回
help-team-board = 团队动态
team-count-overdue = ⏰ 超时 { $count }
team-count-unexplained = ❓ 不明 { $count }
team-count-far = 🚗 在外 { $count }
team-count-at-client = 📍 客户处 { $count }
team-count-waiting = ⏳ 待同意 { $count }
team-count-late = 🕘 迟到补报 { $count }
team-count-in = 🏢 在行 { $count }
team-count-on-duty = 🪑 坐班 { $count }
team-count-on-leave = 🌴 请假 { $count }
team-count-off = 💤 其他 { $count }
team-everybody = 👥 全体
team-map = 🗺 地图
team-map-coming = 正在画图，马上就好。
team-map-caption =
    🗺 图上 { $shown } 人：正在客户处的按签到位置，路上的按要去的客户。
    { $hidden }
team-map-hidden = 另有 { $count } 人没有位置可画。
team-map-empty = 现在没有人在外
team-map-at = { TIME($at) }
team-map-since = { TIME($at) } 起
team-map-at-client = 客户处
team-map-out = 路上
team-map-overdue = 超时
team-map-client = 客户
team-plan = 🗓 <b>还要做的</b>
team-plan-line = ▫️ { $when } { $sort }{ $client } { $text }
team-plan-hour = { TIME($at) }
team-plan-day = { DAY($day) }
team-plan-client = ：{ $client }
team-plan-planned-visit = 计划走访
team-plan-next-step = 下一步
team-plan-promise = 承诺事项
team-plan-call = 电话联系
team-plan-task = 主管交办
team-plan-reminder = 自设提醒
team-standin = ，{ $name } 代
