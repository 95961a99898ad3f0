# 人员管理
staffing-ask = 👤 要管理哪位同事？请发送工号或姓名。
staffing-which = 找到几位同事，请选择：
staffing-card =
    👤 <b>{ $whose }</b>（{ $code }）　{ $unit }
    { $state }
    { $place }
    { $roles }
    管户 { $kept } 户，未了事项 { $matters } 件
staffing-role = ▫️ { $role }（{ $unit }）
staffing-state-enrolled = ✅ 已启用
staffing-state-waiting = ⏳ 尚未登记
staffing-state-suspended = ⛔ 已停用
staffing-state-leaving = 🚪 最后工作日 { DAY($day) }
staffing-state-left = 🚪 已于 { DAY($day) } 离任
staffing-is-head = ⭐ 本机构负责人
staffing-is-deputy = ☆ 本机构副职（代行审批）
staffing-invite = 📨 发邀请
staffing-suspend = ⛔ 停用
staffing-resume = ✅ 恢复
staffing-move = 🔀 调动
staffing-roles = 🎫 岗位
staffing-head = 设为负责人
staffing-no-head = 不再任负责人
staffing-deputy = 设为副职
staffing-no-deputy = 不再任副职
staffing-leaving = 🚪 离任
staffing-back = ↩ 返回
staffing-suspended = 已停用{ $whose }，手机上的按钮也一并失效
staffing-resumed = 已恢复{ $whose }
staffing-unit = { $name }
staffing-move-where = 🔀 { $whose } 调往哪里？
staffing-move-when = 🔀 { $whose } 调往 { $unit }，从哪天起？
staffing-from-day = { DAY($day) } 起
staffing-will-move = 🔀 { $whose } 将于 { DAY($day) } 调往 { $unit }；之前一切照旧。
staffing-moved = 🔀 { $whose } 已调往 { $unit }。
staffing-you-moved = 🔀 您已调到 { $unit }，岗位权限随之调整。发送 /me 可查看。
staffing-roles-of = 🎫 { $whose } 在 { $unit } 的岗位（点一下即增减）：
staffing-has-role = ✓ { $role }
staffing-has-no-role = { $role }
staffing-leaving-to = 🚪 { $whose } 管户 { $kept } 户、未了事项 { $matters } 件，交给谁？
staffing-heir = { $name }
staffing-no-heir-yet = 暂不指定
staffing-nobody-yet = 暂未指定
staffing-leaving-when = 🚪 { $whose } 离任，{ $kept } 户交给：{ $heir }。最后工作日是哪天？
staffing-at-once = 立即离任
staffing-last-day = { DAY($day) } 下班后
staffing-you-leave = 🚪 您的最后工作日是 { DAY($day) }，之后本机器人停止为您服务。客户资料请继续保密。
staffing-you-take-over = 🤝 { $whose } 离任，{ $clients } 户客户和 { $matters } 件未了事项已交到您名下。
staffing-gone = 🚪 { $whose } 已离任：交接 { $clients } 户、{ $matters } 件事项；尚未交接 { $left } 户。
staffing-nobody = 您管理的机构里没有找到“{ $said }”，请核对工号或姓名。
staffing-not-yours = 只能管理您负责的机构里的同事。
staffing-not-oneself = 不能改自己的权限，请另一位管理员来办。
staffing-so-already = 已经是这个状态了。
staffing-there-already = 这位同事已经在{ $unit }了。
staffing-day-over = { DAY($day) } 已经过了，请选以后的日子。
staffing-too-far = 最多提前 { $days } 天设定，请选近一些的日子。
staffing-last-role = 至少要留一个岗位；要停止使用请点“停用”或“离任”。
staffing-no-heir = { $heir } 不能接手：需要是在岗的客户经理。
help-staffing-find = 管理人员与权限
