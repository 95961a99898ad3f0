# `waiqin import` 對匯入資料的人說的話。

imports-at-line = 第 { $line } 行：{ $says }
imports-at-cell = 第 { $line } 行，{ $column } 欄：{ $says }
imports-done = 已匯入{ $kind ->
    [units] 機構
    [staff] 人員
    [clients] 客戶
    [holidays] 工作日安排
    [credit] 信貸事項
   *[places] 地點
 }：新增 { $new }，更新 { $changed }，未變 { $same }，跳過有問題的 { $bad } 行。
imports-would = 檢查通過，尚未寫入：將新增 { $new }，更新 { $changed }，未變 { $same }，有問題的 { $bad } 行。
imports-nothing = 未匯入任何資料：共 { $rows } 行，其中 { $bad } 行需要改正。{ $skip ->
    [yes] 改好後再匯入一次即可；也可以加 --skip-bad 先匯入沒有問題的行。
   *[no] 請改好後再匯入一次。
 }
imports-ignored = 以下各欄用不到，未讀取：{ $columns }。
imports-one-sheet = 只讀取了工作表「{ $sheet }」，另有 { $others } 個工作表未讀取。
imports-more-problems = 另有 { $count } 處未列出；加 --json 可看到全部。
imports-no-database = 資料庫暫不可用或尚未建表（{ $why }）；請檢查 WAIQIN_DATABASE_URL，並先執行 waiqin migrate。
imports-refused = { $column } 欄含有{ $holds ->
    [identity] 證件號碼
    [account] 帳號或卡號
    [phone] 電話號碼
   *[balance] 餘額等資金資料
 }，不能進入本系統；請從檔案中刪除該欄後再匯入。

# 整個檔案
imports-no-file = 讀不到檔案 { $name }；請檢查檔名和權限。
imports-file-too-large = 檔案超過 { $megabytes } MB；請拆成幾個檔案匯入。
imports-old-workbook = 這是舊格式（.xls）或加密的工作簿；請另存為不加密的 .xlsx 或 CSV。
imports-not-text = 認不出檔案的編碼；請另存為 UTF-8 編碼的 CSV，或 .xlsx。
imports-too-many-columns = 這一行超過 { $columns } 欄；請檢查分隔符和引號。
imports-too-many-rows = 檔案超過 { $rows } 行；請拆成幾個檔案匯入。
imports-quotes = 從這裡起引號不成對；請檢查這一行的雙引號。
imports-broken-workbook = 這個 .xlsx 檔案已損壞；請在表格軟體中開啟並重新儲存。
imports-workbook-bomb = 這個 .xlsx 檔案的內部結構不正常，為安全起見不予開啟；請另存為 CSV。
imports-locked-workbook = 這個工作簿加了密碼；請去掉密碼再匯入。
imports-empty = 檔案是空的；需要這些欄：{ $wanted }。
imports-no-header = 找不到表頭；需要這些欄：{ $wanted }。
imports-missing-column = 缺少必需的欄：{ $wanted }。
imports-column-twice = 與 { $other } 欄是同一項內容；請只保留一欄。

# 單行
imports-needed = 不能為空，請補填。
imports-more-cells = 儲存格比表頭多；文字中如有分隔符，請把文字放進雙引號。
imports-formula = 是公式；請複製後「選擇性貼上」為數值。
imports-broken-cell = 是表格軟體的錯誤值（如 #N/A）；請改為正確的內容。
imports-rounded = 數字太長，已被表格軟體四捨五入；請把該欄設為文字後重新填寫。
imports-too-long = 內容過長；請縮短。
imports-longer-than = 最多 { $longest } 個字；請縮短。
imports-code-form = 編號只能用文字、數字和 - _ . /，最多 40 個，中間不留空格。
imports-digits = 含有 { $digits } 位以上的連續數字，可能是證件號、帳號或電話；請刪去這串數字。
imports-choice = 「{ $said }」無法識別；可以填：{ $choices }。
imports-yes-no = 請填「是」或「否」。
imports-date = 請填日期，例如 2026-01-31。
imports-date-order = 失效日期早於生效日期；請檢查這兩個日期。
imports-month-day = 請填月和日，例如 03-15 或 3月15日。
imports-zone = 請填時區名稱，例如 Asia/Shanghai；也可留空，沿用上級機構的時區。
imports-twice = 與第 { $first } 行重複；請只保留一行。
imports-ring = 上級關係形成了環：順著上級往上走又回到了本機構；請改正上級機構。
imports-root-twice = 只能有一個沒有上級的機構，現已有 { $root }；請填寫上級機構。
imports-parent-unknown = 上級機構 { $parent } 不存在，或其所在行有問題；請先改正上級機構。
imports-head-is-deputy = 副職與負責人是同一人；請改填另一人，或留空。
imports-unit-unknown = 沒有機構 { $unit }；請先匯入機構，或改為正確的機構號。
imports-staff-unknown = 沒有工號 { $code }；請先匯入人員，或改為正確的工號。
imports-client-unknown = 沒有客戶 { $code }；請先匯入客戶，或改為正確的客戶號。
imports-level-needed = 評級和授信要寫明由哪一級審批：{ $choices }。
imports-role = 「{ $said }」不是角色；可以填：{ $choices }；多個角色用分號隔開，指定機構寫成 supervisor@機構號。
imports-keeper-or-unit = 請填寫管戶人工號或機構號，至少一項。
imports-degrees = 請填以度為單位的小數，例如 31.29864。
imports-latitude = 緯度應在 -90 到 90 之間。
imports-longitude = 經度應在 -180 到 180 之間。
imports-swapped = 緯度與經度似乎填反了；請對調。
imports-coarse = 座標太粗略；請至少保留四位小數（約十米）。
imports-coordinates = 請填「經度,緯度」，例如 120.58532,31.29864。
