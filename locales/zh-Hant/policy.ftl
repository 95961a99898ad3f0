# `waiqin policy` 對系統維運人員說的話。

policy-fine = { $file }：制度檔案沒有問題。
policy-has-mistakes = { $file }：有 { $count } 處需要改正，未作任何變更。
policy-not-used-yet = { $file } 第 { $line } 行：{ $what } 已認識，本版本暫未使用。
policy-mistake-at = { $file } 第 { $line } 行：{ $says }
policy-mistake-in = { $file }：{ $says }
policy-defaults-only = 尚未指定制度檔案，按預設值執行。可用 WAIQIN_POLICY 或 --file 指定。
policy-no-units = 暫時無法按機構顯示：請先升級資料庫（waiqin migrate）並匯入機構。
policy-unit-not-there = 沒有機構 { $unit }。現有機構：{ $units }。

policy-head-figure = 項目
policy-head-value = 取值
policy-head-from = 出處
policy-head-rules = 依據
policy-from = { $from ->
    [default] 預設值
   *[other] { $from }
 }

# 需要改正之處
policy-no-file = 讀不到檔案 { $name }；請寫出正確的檔名（相對於總制度檔案）。
policy-too-long = 檔案超過 1 MB，不像是制度檔案。
policy-not-utf8 = 這一行不是 UTF-8 編碼；請將檔案另存為 UTF-8 後再檢查。
policy-full-width = 符號 { $sign } 是全形的；TOML 要用英文鍵盤的半形符號。
policy-short-time = TOML 的時間要寫到秒：請把 { $said } 寫成 { $right }。
policy-said-twice = 這個名稱在檔案裡出現了兩次，請只保留一處。
policy-not-toml = 從第 { $column } 個字元起無法讀懂；格式應為：名稱 = 值，文字加 "引號"，清單用 [方括號]。
policy-schema = schema_version 應為 { $version }。
policy-section-shape = { $section } 是一個小節：請單獨一行寫 [{ $section }]，項目寫在其下。
policy-units-shape = 機構要寫成小節：[units.機構號.outing]，項目寫在其下。
policy-units-nested = 機構檔案只寫本機構的項目，不能再有 [units]；請移到總的制度檔案。
policy-unit-file-alone = 機構 { $unit } 既指定了檔案又在此寫了項目；請只用其中一種。
policy-unit-file-place = 機構 { $unit } 的檔案必須與總的制度檔案同目錄或在其下級目錄；請用 "引號" 寫相對路徑。
policy-unit-unknown = 沒有機構 { $unit }；請先匯入該機構，或改為正確的機構號。
policy-unknown = 沒有名為 { $what } 的項目；請刪去這一行，全部名稱見 `waiqin policy show`。
policy-unknown-near = 沒有名為 { $what } 的項目；是否想寫 { $near }？
policy-elsewhere = { $what } 不屬於這一小節：請把 { $name } 寫到 [{ $section }] 之下。
policy-needs-time = { $what } 應為時間，例如 17:00:00，不加引號。
policy-needs-whole = { $what } 應為 { $low } 到 { $high } 的整數，不加引號。
policy-needs-number = { $what } 應為 { $low } 到 { $high } 的數，不加引號。
policy-needs-flag = { $what } 應為 true（是）或 false（否），不加引號。
policy-needs-choice = { $what } 只能取以下之一：{ $choices }。
policy-needs-choices = { $what } 應為以下若干項組成的清單，每項至多一次：[{ $choices }]。
policy-needs-table = { $what } 應為以下若干項組成的表，例如 { "{" } 名稱 = 值 { "}" }：{ $choices }。
policy-needs-steps = { $what } 應為按滿幾年列出天數的表，例如 { "{" } 1 = 5, 10 = 10 { "}" }，天數不能減少。
policy-needs-texts = { $what } 應為不重複的文字清單：["……", "……"]。
policy-needs-text = { $what } 應為加 "引號" 的文字。
policy-needs-zone = { $what } 應為時區名稱，例如 "Asia/Shanghai"。
policy-needs-days = { $what } 應為天數清單，例如 [3, 1]。
policy-needs-tables = { $what } 應寫成若干個 [[cadence]] 表。
policy-needs-rhythm = { $what } 應寫明多久幾次，例如 {"{"} every = "2 weeks", times = 1 {"}"}，次數為 1 到 { $most }。
policy-rhythm-twice = { $segment } 條線的 { $measure } 寫了兩次，同一崗位、同一等級只能寫一次。
policy-needs-country = { $what } 應為國家代碼，例如 "CN"、"SG"，或其中一地，例如 "DE-BY"。
policy-is-code = { $what } 只能是 { $only }，系統就是這樣設計的；請寫 { $only } 或刪去這一行。
policy-at-odds = { $low }（{ $low_value }，{ $low_from ->
    [default] 預設值
   *[other] { $low_from }
 }）必須小於 { $high }（{ $high_value }，{ $high_from ->
    [default] 預設值
   *[other] { $high_from }
 }）。
policy-loosens = 機構 { $unit } 放寬了 { $what }：寫的是 { $value }，而 { $from ->
    [default] 預設值
   *[other] { $from }
 } 規定為 { $upper }。{ $tighter ->
    [earlier] 下級只能更早。
    [later] 下級只能更晚。
    [smaller] 下級只能更小。
    [larger] 下級只能更大。
    [on] 下級可以開啟，不能關閉。
    [off] 下級可以關閉，不能開啟。
    [more] 下級可以增加，不能減少。
    [fewer] 下級可以減少，不能增加。
    [along] 下級只能往右取：{ $choices }。
   *[fixed] 此項由全行統一規定。
 }
