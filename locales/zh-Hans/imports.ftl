# `waiqin import` 对导入数据的人说的话。

imports-at-line = 第 { $line } 行：{ $says }
imports-at-cell = 第 { $line } 行，{ $column } 列：{ $says }
imports-done = 已导入{ $kind ->
    [units] 机构
    [staff] 人员
    [clients] 客户
    [holidays] 工作日安排
    [credit] 信贷事项
   *[places] 地点
 }：新增 { $new }，更新 { $changed }，未变 { $same }，跳过有问题的 { $bad } 行。
imports-would = 检查通过，尚未写入：将新增 { $new }，更新 { $changed }，未变 { $same }，有问题的 { $bad } 行。
imports-nothing = 未导入任何数据：共 { $rows } 行，其中 { $bad } 行需要改正。{ $skip ->
    [yes] 改好后再导入一次即可；也可以加 --skip-bad 先导入没有问题的行。
   *[no] 请改好后再导入一次。
 }
imports-ignored = 以下各列用不到，未读取：{ $columns }。
imports-one-sheet = 只读取了工作表“{ $sheet }”，另有 { $others } 个工作表未读取。
imports-more-problems = 另有 { $count } 处未列出；加 --json 可看到全部。
imports-no-database = 数据库暂不可用或尚未建表（{ $why }）；请检查 WAIQIN_DATABASE_URL，并先运行 waiqin migrate。
imports-refused = { $column } 列含有{ $holds ->
    [identity] 证件号码
    [account] 账号或卡号
    [phone] 电话号码
   *[balance] 余额等资金数据
 }，不能进入本系统；请从文件中删除该列后再导入。

# 整个文件
imports-no-file = 读不到文件 { $name }；请检查文件名和权限。
imports-file-too-large = 文件超过 { $megabytes } MB；请拆成几个文件导入。
imports-old-workbook = 这是旧格式（.xls）或加密的工作簿；请另存为不加密的 .xlsx 或 CSV。
imports-not-text = 认不出文件的编码；请另存为 UTF-8 编码的 CSV，或 .xlsx。
imports-too-many-columns = 这一行超过 { $columns } 列；请检查分隔符和引号。
imports-too-many-rows = 文件超过 { $rows } 行；请拆成几个文件导入。
imports-quotes = 从这里起引号不成对；请检查这一行的双引号。
imports-broken-workbook = 这个 .xlsx 文件已损坏；请在表格软件中打开并重新保存。
imports-workbook-bomb = 这个 .xlsx 文件的内部结构不正常，为安全起见不予打开；请另存为 CSV。
imports-locked-workbook = 这个工作簿加了密码；请去掉密码再导入。
imports-empty = 文件是空的；需要这些列：{ $wanted }。
imports-no-header = 找不到表头；需要这些列：{ $wanted }。
imports-missing-column = 缺少必需的列：{ $wanted }。
imports-column-twice = 与 { $other } 列是同一项内容；请只保留一列。

# 单行
imports-needed = 不能为空，请补填。
imports-more-cells = 单元格比表头多；文字中如有分隔符，请把文字放进双引号。
imports-formula = 是公式；请复制后“选择性粘贴”为数值。
imports-broken-cell = 是表格软件的错误值（如 #N/A）；请改为正确的内容。
imports-rounded = 数字太长，已被表格软件四舍五入；请把该列设为文本后重新填写。
imports-too-long = 内容过长；请缩短。
imports-longer-than = 最多 { $longest } 个字；请缩短。
imports-code-form = 编号只能用文字、数字和 - _ . /，最多 40 个，中间不留空格。
imports-digits = 含有 { $digits } 位以上的连续数字，可能是证件号、账号或电话；请删去这串数字。
imports-choice = “{ $said }”无法识别；可以填：{ $choices }。
imports-yes-no = 请填“是”或“否”。
imports-date = 请填日期，例如 2026-01-31。
imports-date-order = 失效日期早于生效日期；请检查这两个日期。
imports-month-day = 请填月和日，例如 03-15 或 3月15日。
imports-zone = 请填时区名称，例如 Asia/Shanghai；也可留空，沿用上级机构的时区。
imports-twice = 与第 { $first } 行重复；请只保留一行。
imports-ring = 上级关系形成了环：顺着上级往上走又回到了本机构；请改正上级机构。
imports-root-twice = 只能有一个没有上级的机构，现已有 { $root }；请填写上级机构。
imports-parent-unknown = 上级机构 { $parent } 不存在，或其所在行有问题；请先改正上级机构。
imports-head-is-deputy = 副职与负责人是同一人；请改填另一人，或留空。
imports-unit-unknown = 没有机构 { $unit }；请先导入机构，或改为正确的机构号。
imports-staff-unknown = 没有工号 { $code }；请先导入人员，或改为正确的工号。
imports-client-unknown = 没有客户 { $code }；请先导入客户，或改为正确的客户号。
imports-level-needed = 评级和授信要写明由哪一级审批：{ $choices }。
imports-role = “{ $said }”不是角色；可以填：{ $choices }；多个角色用分号隔开，指定机构写成 supervisor@机构号。
imports-keeper-or-unit = 请填写管户人工号或机构号，至少一项。
imports-degrees = 请填以度为单位的小数，例如 31.29864。
imports-latitude = 纬度应在 -90 到 90 之间。
imports-longitude = 经度应在 -180 到 180 之间。
imports-swapped = 纬度与经度似乎填反了；请对调。
imports-coarse = 坐标太粗略；请至少保留四位小数（约十米）。
imports-coordinates = 请填“经度,纬度”，例如 120.58532,31.29864。
