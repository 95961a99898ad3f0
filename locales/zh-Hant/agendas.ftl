# 會議議程與抽樣
agendas-filling = 正在準備議程…
agendas-agenda =
    🗒 <b>{ $gathering }議程</b>（草稿）　{ $unit }
    { DAY($day) } { TIME($at) }

    <b>一、上期情況（{ $period }）</b>
    { $lines }

    <b>二、待催辦</b>
    { $owing }

    <b>三、本次議題</b>
    { $points }

    紙質記錄與簽到仍為準。
agendas-owing = ▫️ { $whose }：缺記錄 { $missing }，遲交 { $late }
agendas-nothing-owed = ▫️ 沒有欠交。
agendas-points-training =
    1. 點名
    2. 傳達通知
    3. 當日安排
agendas-points-weekly =
    1. 傳達管理例會決定與文件
    2. 客戶經理彙報工作與資訊
    3. 下週走訪安排
agendas-points-communication =
    1. 經營策略與信貸情況
    2. 經驗交流
    3. 問題與答覆
agendas-points-analysis =
    1. 案例分析
    2. 經驗總結
    3. 問題討論
agendas-points-department_work =
    1. 總結上月工作
    2. 安排本月工作
    3. 其他事項
agendas-quarters-only = 會議抽樣按季度進行，請先把報表切換到「季」。
agendas-drawing = 正在抽取…
agendas-sample-title = 會議記錄季度抽樣
agendas-sample-file = 📄 會議記錄季度抽樣　{ $period }　共 { $rows } 份，請信貸條線評分。內部資料，請勿外傳。
agendas-sample = 🎲 會議抽樣
agendas-offer = 🗒 議程
agendas-column-number = 序號
agendas-column-unit = 機構
agendas-column-day = 日期
agendas-column-gathering = 會議
agendas-column-recorder = 記錄人
agendas-column-called = 應到
agendas-column-came = 實到
agendas-column-written = 記錄時間
agendas-column-minutes = 會議記錄
agendas-column-score = 評分
agendas-column-remark = 備註
