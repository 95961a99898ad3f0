# 制度參數
policy_views-all = 📐 <b>制度參數</b>（{ $unit } 適用）選擇一類，或發送 /policy 加關鍵詞或條款號，例如 /policy A05
policy_views-name = { $name }
policy_views-section-of =
    📐 <b>{ $section }</b>　{ $unit }

    { $lines }
policy_views-found =
    📐 <b>找到的參數</b>

    { $lines }
policy_views-line = <b>{ $what }</b> = { $value }　出處：{ $source }　條款：{ $rules }
policy_views-from-default = 默認值
policy_views-from-file = { $file } 第 { $line } 行
policy_views-before = ◀ 上頁
policy_views-after = 下頁 ▶
policy_views-sections = ↩ 全部類別
policy_views-try = 🧪 試算 { $what }
policy_views-ask = 🧪 { $what } 現為 { $value }。改成多少來試算？（只在紙面上試，不改制度）
policy_views-not-a-value = 沒看懂這個數。現值是 { $value }，請按同樣的寫法輸入，例如 16:30 或 200。
policy_views-replaying = 🧪 正在用新數值重放 { $month } 月…
policy_views-result =
    🧪 <b>{ $what }</b>　{ $month }月試算
    現行 { $was }：{ $before } 次，{ $people_before } 人
    改為 { $would_be }：{ $after } 次，{ $people_after } 人

    { $lines }

    僅為試算，沒有改動任何記錄。
policy_views-person = ▫️ { $whose }：{ $before } → { $after } 次
policy_views-no-difference = 沒有差別。
policy_views-no-figure = 沒有名稱或條款含「{ $said }」的參數。
policy_views-cannot-try = { $what } 不能試算；可試算的有返回時間、日終時間、簽到半徑和點名寬限。
help-policy_views-start = 查看制度參數與試算
