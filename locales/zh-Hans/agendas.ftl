# 会议议程与抽样
agendas-filling = 正在准备议程…
agendas-agenda =
    🗒 <b>{ $gathering }议程</b>（草稿）　{ $unit }
    { DAY($day) } { TIME($at) }

    <b>一、上期情况（{ $period }）</b>
    { $lines }

    <b>二、待催办</b>
    { $owing }

    <b>三、本次议题</b>
    { $points }

    纸质记录与签到仍为准。
agendas-owing = ▫️ { $whose }：缺记录 { $missing }，迟交 { $late }
agendas-nothing-owed = ▫️ 没有欠交。
agendas-points-training =
    1. 点名
    2. 传达通知
    3. 当日安排
agendas-points-weekly =
    1. 传达管理例会决定与文件
    2. 客户经理汇报工作与信息
    3. 下周走访安排
agendas-points-communication =
    1. 经营策略与信贷情况
    2. 经验交流
    3. 问题与答复
agendas-points-analysis =
    1. 案例分析
    2. 经验总结
    3. 问题讨论
agendas-points-department_work =
    1. 总结上月工作
    2. 安排本月工作
    3. 其他事项
agendas-quarters-only = 会议抽样按季度进行，请先把报表切换到“季”。
agendas-drawing = 正在抽取…
agendas-sample-title = 会议记录季度抽样
agendas-sample-file = 📄 会议记录季度抽样　{ $period }　共 { $rows } 份，请信贷条线评分。内部资料，请勿外传。
agendas-sample = 🎲 会议抽样
agendas-offer = 🗒 议程
agendas-column-number = 序号
agendas-column-unit = 机构
agendas-column-day = 日期
agendas-column-gathering = 会议
agendas-column-recorder = 记录人
agendas-column-called = 应到
agendas-column-came = 实到
agendas-column-written = 记录时间
agendas-column-minutes = 会议记录
agendas-column-score = 评分
agendas-column-remark = 备注
