week-sheet =
    🗓 <b>本週</b>　{ DAY($first) }–{ DAY($last) }{ $state }
    計劃拜訪 { $planned } 戶，完成 { $made } 戶
    走訪 { $visits } 次（{ $clients } 戶），聯繫 { $contacts } 次，記錄 { $records } 份，日誌 { $logs } 份
    { $lines }
week-ask =
    🗓 <b>週小結草稿</b>　{ DAY($first) }–{ DAY($last) }
    計劃拜訪 { $planned } 戶，完成 { $made } 戶
    走訪 { $visits } 次（{ $clients } 戶），聯繫 { $contacts } 次，記錄 { $records } 份，日誌 { $logs } 份
    { $lines }
    點一下就發給主管。
week-nothing-open = ✅ 沒有未完成的計劃。
week-open = ▫️ { DAY($day) } { $sort }　{ $client } { $words }
week-own = 自己
week-remark = ✍️ { $words }
week-sort-planned-visit = 計劃拜訪
week-sort-next-step = 下一步
week-sort-promise = 承諾
week-sort-call = 電話
week-sort-task = 交辦
week-sort-reminder = 提醒
week-send = 📨 發送週小結
week-send-again = 📨 重新發送
week-write = ✍️ 補一句
week-before = ⬅️ 上週
week-after = 下週 ➡️
week-refresh = 🔄 刷新
week-sent = 📨 週小結已發給主管。
week-write-what = 請寫一句要補充的，例如本週心得、下週打算。
week-not-there = 只能看本週和最近半年的週。

help-week-show = 本週計劃與小結
