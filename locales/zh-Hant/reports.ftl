# 報表
reports-counting = 📊 正在彙總，請稍候…
reports-drawing = 正在畫圖…
reports-figures =
    📊 <b>{ $whose }</b>　{ $period }
    截至 { TIME($at) }

    { $lines }
reports-visits = 🚶 走訪 <b>{ $visits }</b> 次；計劃 { $planned }，完成 { $kept }（{ $rate }），計劃外 { $unplanned }
reports-outings = 🚪 外出 { $outings } 次，其中先走後報 { $late } 次
reports-evidence = 📍 憑據：可信 { $strong }、一般 { $fair }、較弱 { $weak }、存疑 { $contradicted }
reports-records = 📝 走訪記錄：按時 { $timely }（{ $rate }），遲交 { $late }，缺 { $missing }
reports-reviewed = 👓 已審閲 { $read } / { $there } 篇
reports-contacts = 📞 電話及線上聯繫 { $count } 次
reports-rate-v13 = 💎 鉑金及以上上門率 <b>{ $rate }</b>（{ $reached }/{ $clients }，標準 { $mark }%）{ $enough ->
    [yes] ✓
   *[no] 還差 { $missing } 戶
}
reports-rate-v14 = 🥇 黃金客戶面訪率 <b>{ $rate }</b>（{ $reached }/{ $clients }，標準 { $mark }%）{ $enough ->
    [yes] ✓
   *[no] 還差 { $missing } 戶
}
reports-covered = 👥 走訪覆蓋 { $met } / { $there } 戶（{ $rate }）
reports-overdue = ⏰ 逾期未聯繫 { $count } 戶
reports-rollcall = 📣 點名：到 { $present }，遲到 { $tardy }，未到 { $absent }，有事由 { $excused }
reports-leave = 🌴 請假 { $count } 次，共 { $days } 天
reports-part = ▫️ { $name }：走訪 { $visits }，缺記錄 { $missing }
reports-period-day = { DAY($first) }
reports-period-week = { DAY($first) }–{ DAY($last) }
reports-period-month = { $year }年{ $month }月
reports-period-quarter = { $year }年第{ $quarter }季度
reports-span-day = 日
reports-span-week = 週
reports-span-month = 月
reports-span-quarter = 季
reports-before = ◀ 上一期
reports-again = 🔄 刷新
reports-after = 下一期 ▶
reports-see-missing = 缺記錄 { $count }
reports-see-late = 遲交 { $count }
reports-see-unread = 未審閲 { $count }
reports-see-doubtful = 弱憑據 { $count }
reports-see-unplanned = 計劃外 { $count }
reports-see-all = 全部走訪 { $count }
reports-name = { $name }
reports-picture = 📈 圖
reports-registers = 📄 登記簿
reports-up = ⬆ 上級
reports-picture-of = 📈 <b>{ $whose }</b>　{ $period }
reports-behind =
    📋 <b>{ $whose }</b>　{ $period }
    { $what }：{ $count } 次（第 { $page } / { $pages } 頁）

    { $lines }
reports-row = { DAY($day) }　{ $who } · { $client }（{ $grade }）
reports-none = 沒有。
reports-kind-missing = 缺走訪記錄
reports-kind-late = 記錄遲交
reports-kind-unread = 記錄未審閲
reports-kind-doubtful = 憑據較弱或存疑
reports-kind-unplanned = 計劃外走訪
reports-kind-all = 全部走訪
reports-page-before = ◀ 上頁
reports-page-after = 下頁 ▶
reports-back = ↩ 返回報表
reports-open = { $client } { DAY($day) }
reports-not-yours = 只能看本人和您所轄機構的報表。
reports-not-yet = { DAY($day) } 還沒到，沒有數據可看。
reports-too-old = 只保留近 { $years } 年的報表。
reports-chart-under = { $period } · { $people } 人
reports-chart-days = 走訪次數
reports-chart-planned = 計劃內
reports-chart-unplanned = 計劃外
reports-chart-rates = 完成與達標
reports-chart-v13 = 鉑金及以上上門率
reports-chart-v14 = 黃金客戶面訪率
reports-chart-plan = 計劃完成率
reports-chart-records = 記錄按時率
reports-chart-read = 審閲率
reports-chart-rollcall = 點名到位率
reports-chart-evidence = 走訪憑據
reports-chart-parts = 走訪分佈
reports-chart-stamp = { $name }（{ $code }）查看 · 內部資料，請勿外傳
help-reports-report = 看本人或團隊的報表
