# 人員管理
staffing-ask = 👤 要管理哪位同事？請發送工號或姓名。
staffing-which = 找到幾位同事，請選擇：
staffing-card =
    👤 <b>{ $whose }</b>（{ $code }）　{ $unit }
    { $state }
    { $place }
    { $roles }
    管戶 { $kept } 戶，未了事項 { $matters } 件
staffing-role = ▫️ { $role }（{ $unit }）
staffing-state-enrolled = ✅ 已啓用
staffing-state-waiting = ⏳ 尚未登記
staffing-state-suspended = ⛔ 已停用
staffing-state-leaving = 🚪 最後工作日 { DAY($day) }
staffing-state-left = 🚪 已於 { DAY($day) } 離任
staffing-is-head = ⭐ 本機構負責人
staffing-is-deputy = ☆ 本機構副職（代行審批）
staffing-invite = 📨 發邀請
staffing-suspend = ⛔ 停用
staffing-resume = ✅ 恢復
staffing-move = 🔀 調動
staffing-roles = 🎫 崗位
staffing-head = 設為負責人
staffing-no-head = 不再任負責人
staffing-deputy = 設為副職
staffing-no-deputy = 不再任副職
staffing-leaving = 🚪 離任
staffing-back = ↩ 返回
staffing-suspended = 已停用{ $whose }，手機上的按鈕也一併失效
staffing-resumed = 已恢復{ $whose }
staffing-unit = { $name }
staffing-move-where = 🔀 { $whose } 調往哪裡？
staffing-move-when = 🔀 { $whose } 調往 { $unit }，從哪天起？
staffing-from-day = { DAY($day) } 起
staffing-will-move = 🔀 { $whose } 將於 { DAY($day) } 調往 { $unit }；之前一切照舊。
staffing-moved = 🔀 { $whose } 已調往 { $unit }。
staffing-you-moved = 🔀 您已調到 { $unit }，崗位權限隨之調整。發送 /me 可查看。
staffing-roles-of = 🎫 { $whose } 在 { $unit } 的崗位（點一下即增減）：
staffing-has-role = ✓ { $role }
staffing-has-no-role = { $role }
staffing-leaving-to = 🚪 { $whose } 管戶 { $kept } 戶、未了事項 { $matters } 件，交給誰？
staffing-heir = { $name }
staffing-no-heir-yet = 暫不指定
staffing-nobody-yet = 暫未指定
staffing-leaving-when = 🚪 { $whose } 離任，{ $kept } 戶交給：{ $heir }。最後工作日是哪天？
staffing-at-once = 立即離任
staffing-last-day = { DAY($day) } 下班後
staffing-you-leave = 🚪 您的最後工作日是 { DAY($day) }，之後本機器人停止為您服務。客戶資料請繼續保密。
staffing-you-take-over = 🤝 { $whose } 離任，{ $clients } 戶客戶和 { $matters } 件未了事項已交到您名下。
staffing-gone = 🚪 { $whose } 已離任：交接 { $clients } 戶、{ $matters } 件事項；尚未交接 { $left } 戶。
staffing-nobody = 您管理的機構裡沒有找到「{ $said }」，請核對工號或姓名。
staffing-not-yours = 只能管理您負責的機構裡的同事。
staffing-not-oneself = 不能改自己的權限，請另一位管理員來辦。
staffing-so-already = 已經是這個狀態了。
staffing-there-already = 這位同事已經在{ $unit }了。
staffing-day-over = { DAY($day) } 已經過了，請選以後的日子。
staffing-too-far = 最多提前 { $days } 天設定，請選近一些的日子。
staffing-last-role = 至少要留一個崗位；要停止使用請點「停用」或「離任」。
staffing-no-heir = { $heir } 不能接手：需要是在崗的客戶經理。
help-staffing-find = 管理人員與權限
