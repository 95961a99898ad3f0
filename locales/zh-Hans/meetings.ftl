meetings-announced = 📅 明天：<b>{ $what }</b>　{ DAY($start) } { TIME($start) }–{ TIME($end) }{ $merged }。开始前会请您点到。
meetings-merged = （与{ $other }合并召开）
meetings-list =
    📅 <b>{ $unit }的会议</b>
    点一下看签到和纪要。
    { $lines }
meetings-open = { $what } { DAY($start) } { TIME($start) }
meetings-call = ➕ 召集{ $what }
meetings-not-held = ❗ 本月还没有召开{ $what }，也没有安排。
meetings-card =
    📅 <b>{ $what }</b>{ $merged }　{ DAY($start) } { TIME($start) }–{ TIME($end) }
    签到 { $here } 人（迟到 { $late }）：{ $names }
    记录人：{ $recorder }

    { $minutes }
meetings-no-minutes = 还没有纪要。
meetings-write = ✍️ 写纪要
meetings-recorder = 👤 指定记录人
meetings-cancel = 🗑 取消会议
meetings-when = { $what }什么时候开？例如“周五下午三点到四点”。
meetings-when-unclear = 没看明白时间。请写上哪天几点，例如“周五下午三点”，就能召集{ $what }。
meetings-dropped = 好的，不召集了。
meetings-called = ✅ 已召集<b>{ $what }</b>{ $merged }：{ DAY($start) } { TIME($start) }–{ TIME($end) }。前一天傍晚和开始前会通知大家，并请大家点到。
meetings-cancelled = 🗑 { $what }（{ DAY($start) } { TIME($start) }）取消了。
meetings-already = 那天已经安排了同样的会（{ TIME($at) }）。换一天，或先取消原来的。
meetings-in-the-past = { DAY($at) } { TIME($at) } 已经过了，请写一个以后的时间。
meetings-too-far = 最多提前 { $most } 天召集，请选近一些的日子。
meetings-length = 会议一般 { $shortest } 到 { $longest } 分钟，请写上起止时间，例如“三点到四点”。
meetings-overlaps = 那段时间已有安排（{ TIME($start) }–{ TIME($end) }），请换个时间。
meetings-over = 会议 { TIME($at) } 已经开始，不能取消了。
meetings-not-yours = 只有负责人可以改动会议；需要的话请告诉主管。
meetings-not-recorder = 纪要由记录人或负责人写；可以请主管指定您为记录人。
meetings-minutes-empty = 请写上内容，例如传达了什么、定了什么。
meetings-minutes-long = 最多 { $most } 字，请写得短一些。
meetings-write-now = 请把{ $what }（{ DAY($start) }）的纪要写成一条消息发来。再发一次可以覆盖。纸质纪要照旧留存。
meetings-minutes-kept = ✅ { $what }（{ DAY($start) }）的纪要已保存。
meetings-who-records = { $what }（{ DAY($start) }）由谁记录？
meetings-name = { $name }
meetings-you-record = 👤 请您记录{ $what }（{ DAY($start) } { TIME($start) }）的纪要，会后发 /meeting 就能写。

help-meetings-show = 会议：签到、纪要
