# 制度参数
policy_views-all = 📐 <b>制度参数</b>（{ $unit } 适用）选择一类，或发送 /policy 加关键词或条款号，例如 /policy A05
policy_views-name = { $name }
policy_views-section-of =
    📐 <b>{ $section }</b>　{ $unit }

    { $lines }
policy_views-found =
    📐 <b>找到的参数</b>

    { $lines }
policy_views-line = <b>{ $what }</b> = { $value }　出处：{ $source }　条款：{ $rules }
policy_views-from-default = 默认值
policy_views-from-file = { $file } 第 { $line } 行
policy_views-before = ◀ 上页
policy_views-after = 下页 ▶
policy_views-sections = ↩ 全部类别
policy_views-try = 🧪 试算 { $what }
policy_views-ask = 🧪 { $what } 现为 { $value }。改成多少来试算？（只在纸面上试，不改制度）
policy_views-not-a-value = 没看懂这个数。现值是 { $value }，请按同样的写法输入，例如 16:30 或 200。
policy_views-replaying = 🧪 正在用新数值重放 { $month } 月…
policy_views-result =
    🧪 <b>{ $what }</b>　{ $month }月试算
    现行 { $was }：{ $before } 次，{ $people_before } 人
    改为 { $would_be }：{ $after } 次，{ $people_after } 人

    { $lines }

    仅为试算，没有改动任何记录。
policy_views-person = ▫️ { $whose }：{ $before } → { $after } 次
policy_views-no-difference = 没有差别。
policy_views-no-figure = 没有名称或条款含“{ $said }”的参数。
policy_views-cannot-try = { $what } 不能试算；可试算的有返回时间、日终时间、签到半径和点名宽限。
help-policy_views-start = 查看制度参数与试算
