# 报表
reports-counting = 📊 正在汇总，请稍候…
reports-drawing = 正在画图…
reports-figures =
    📊 <b>{ $whose }</b>　{ $period }
    截至 { TIME($at) }

    { $lines }
reports-visits = 🚶 走访 <b>{ $visits }</b> 次；计划 { $planned }，完成 { $kept }（{ $rate }），计划外 { $unplanned }
reports-outings = 🚪 外出 { $outings } 次，其中先走后报 { $late } 次
reports-evidence = 📍 凭据：可信 { $strong }、一般 { $fair }、较弱 { $weak }、存疑 { $contradicted }
reports-records = 📝 走访记录：按时 { $timely }（{ $rate }），迟交 { $late }，缺 { $missing }
reports-reviewed = 👓 已审阅 { $read } / { $there } 篇
reports-contacts = 📞 电话及线上联系 { $count } 次
reports-rate-v13 = 💎 铂金及以上上门率 <b>{ $rate }</b>（{ $reached }/{ $clients }，标准 { $mark }%）{ $enough ->
    [yes] ✓
   *[no] 还差 { $missing } 户
}
reports-rate-v14 = 🥇 黄金客户面访率 <b>{ $rate }</b>（{ $reached }/{ $clients }，标准 { $mark }%）{ $enough ->
    [yes] ✓
   *[no] 还差 { $missing } 户
}
reports-covered = 👥 走访覆盖 { $met } / { $there } 户（{ $rate }）
reports-overdue = ⏰ 逾期未联系 { $count } 户
reports-rollcall = 📣 点名：到 { $present }，迟到 { $tardy }，未到 { $absent }，有事由 { $excused }
reports-leave = 🌴 请假 { $count } 次，共 { $days } 天
reports-part = ▫️ { $name }：走访 { $visits }，缺记录 { $missing }
reports-period-day = { DAY($first) }
reports-period-week = { DAY($first) }–{ DAY($last) }
reports-period-month = { $year }年{ $month }月
reports-period-quarter = { $year }年第{ $quarter }季度
reports-span-day = 日
reports-span-week = 周
reports-span-month = 月
reports-span-quarter = 季
reports-before = ◀ 上一期
reports-again = 🔄 刷新
reports-after = 下一期 ▶
reports-see-missing = 缺记录 { $count }
reports-see-late = 迟交 { $count }
reports-see-unread = 未审阅 { $count }
reports-see-doubtful = 弱凭据 { $count }
reports-see-unplanned = 计划外 { $count }
reports-see-all = 全部走访 { $count }
reports-name = { $name }
reports-picture = 📈 图
reports-registers = 📄 登记簿
reports-up = ⬆ 上级
reports-picture-of = 📈 <b>{ $whose }</b>　{ $period }
reports-behind =
    📋 <b>{ $whose }</b>　{ $period }
    { $what }：{ $count } 次（第 { $page } / { $pages } 页）

    { $lines }
reports-row = { DAY($day) }　{ $who } · { $client }（{ $grade }）
reports-none = 没有。
reports-kind-missing = 缺走访记录
reports-kind-late = 记录迟交
reports-kind-unread = 记录未审阅
reports-kind-doubtful = 凭据较弱或存疑
reports-kind-unplanned = 计划外走访
reports-kind-all = 全部走访
reports-page-before = ◀ 上页
reports-page-after = 下页 ▶
reports-back = ↩ 返回报表
reports-open = { $client } { DAY($day) }
reports-not-yours = 只能看本人和您所辖机构的报表。
reports-not-yet = { DAY($day) } 还没到，没有数据可看。
reports-too-old = 只保留近 { $years } 年的报表。
reports-chart-under = { $period } · { $people } 人
reports-chart-days = 走访次数
reports-chart-planned = 计划内
reports-chart-unplanned = 计划外
reports-chart-rates = 完成与达标
reports-chart-v13 = 铂金及以上上门率
reports-chart-v14 = 黄金客户面访率
reports-chart-plan = 计划完成率
reports-chart-records = 记录按时率
reports-chart-read = 审阅率
reports-chart-rollcall = 点名到位率
reports-chart-evidence = 走访凭据
reports-chart-parts = 走访分布
reports-chart-stamp = { $name }（{ $code }）查看 · 内部资料，请勿外传
help-reports-report = 看本人或团队的报表
