# `waiqin policy` 对系统运维人员说的话。

policy-fine = { $file }：制度文件没有问题。
policy-has-mistakes = { $file }：有 { $count } 处需要改正，未作任何变更。
policy-not-used-yet = { $file } 第 { $line } 行：{ $what } 已认识，本版本暂未使用。
policy-mistake-at = { $file } 第 { $line } 行：{ $says }
policy-mistake-in = { $file }：{ $says }
policy-defaults-only = 尚未指定制度文件，按默认值执行。可用 WAIQIN_POLICY 或 --file 指定。
policy-no-units = 暂时无法按机构显示：请先升级数据库（waiqin migrate）并导入机构。
policy-unit-not-there = 没有机构 { $unit }。现有机构：{ $units }。

policy-head-figure = 项目
policy-head-value = 取值
policy-head-from = 出处
policy-head-rules = 依据
policy-from = { $from ->
    [default] 默认值
   *[other] { $from }
 }

# 需要改正之处
policy-no-file = 读不到文件 { $name }；请写出正确的文件名（相对于总的制度文件）。
policy-too-long = 文件超过 1 MB，不像是制度文件。
policy-not-utf8 = 这一行不是 UTF-8 编码；请将文件另存为 UTF-8 后再检查。
policy-full-width = 符号 { $sign } 是全角的；TOML 要用英文键盘的半角符号。
policy-short-time = TOML 的时间要写到秒：请把 { $said } 写成 { $right }。
policy-said-twice = 这个名称在文件里出现了两次，请只保留一处。
policy-not-toml = 从第 { $column } 个字符起无法读懂；格式应为：名称 = 值，文字加 "引号"，列表用 [方括号]。
policy-schema = schema_version 应为 { $version }。
policy-section-shape = { $section } 是一个小节：请单独一行写 [{ $section }]，项目写在其下。
policy-units-shape = 机构要写成小节：[units.机构号.outing]，项目写在其下。
policy-units-nested = 机构文件只写本机构的项目，不能再有 [units]；请移到总的制度文件。
policy-unit-file-alone = 机构 { $unit } 既指定了文件又在此写了项目；请只用其中一种。
policy-unit-file-place = 机构 { $unit } 的文件必须与总的制度文件同目录或在其下级目录；请用 "引号" 写相对路径。
policy-unit-unknown = 没有机构 { $unit }；请先导入该机构，或改为正确的机构号。
policy-unknown = 没有名为 { $what } 的项目；请删去这一行，全部名称见 `waiqin policy show`。
policy-unknown-near = 没有名为 { $what } 的项目；是否想写 { $near }？
policy-elsewhere = { $what } 不属于这一小节：请把 { $name } 写到 [{ $section }] 之下。
policy-needs-time = { $what } 应为时间，例如 17:00:00，不加引号。
policy-needs-whole = { $what } 应为 { $low } 到 { $high } 的整数，不加引号。
policy-needs-number = { $what } 应为 { $low } 到 { $high } 的数，不加引号。
policy-needs-flag = { $what } 应为 true（是）或 false（否），不加引号。
policy-needs-choice = { $what } 只能取以下之一：{ $choices }。
policy-needs-choices = { $what } 应为以下若干项组成的列表，每项至多一次：[{ $choices }]。
policy-needs-table = { $what } 应为以下若干项组成的表，例如 { "{" } 名称 = 值 { "}" }：{ $choices }。
policy-needs-steps = { $what } 应为按满几年列出天数的表，例如 { "{" } 1 = 5, 10 = 10 { "}" }，天数不能减少。
policy-needs-texts = { $what } 应为不重复的文字列表：["……", "……"]。
policy-needs-text = { $what } 应为加 "引号" 的文字。
policy-needs-zone = { $what } 应为时区名称，例如 "Asia/Shanghai"。
policy-needs-days = { $what } 应为天数列表，例如 [3, 1]。
policy-needs-tables = { $what } 应写成若干个 [[cadence]] 表。
policy-needs-rhythm = { $what } 应写明多久几次，例如 {"{"} every = "2 weeks", times = 1 {"}"}，次数为 1 到 { $most }。
policy-rhythm-twice = { $segment } 条线的 { $measure } 写了两次，同一岗位、同一等级只能写一次。
policy-needs-country = { $what } 应为国家代码，例如 "CN"、"SG"，或其中一地，例如 "DE-BY"。
policy-is-code = { $what } 只能是 { $only }，系统就是这样设计的；请写 { $only } 或删去这一行。
policy-at-odds = { $low }（{ $low_value }，{ $low_from ->
    [default] 默认值
   *[other] { $low_from }
 }）必须小于 { $high }（{ $high_value }，{ $high_from ->
    [default] 默认值
   *[other] { $high_from }
 }）。
policy-loosens = 机构 { $unit } 放宽了 { $what }：写的是 { $value }，而 { $from ->
    [default] 默认值
   *[other] { $from }
 } 规定为 { $upper }。{ $tighter ->
    [earlier] 下级只能更早。
    [later] 下级只能更晚。
    [smaller] 下级只能更小。
    [larger] 下级只能更大。
    [on] 下级可以开启，不能关闭。
    [off] 下级可以关闭，不能开启。
    [more] 下级可以增加，不能减少。
    [fewer] 下级可以减少，不能增加。
    [along] 下级只能往右取：{ $choices }。
   *[fixed] 此项由全行统一规定。
 }
