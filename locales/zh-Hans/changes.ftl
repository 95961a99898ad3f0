changes-what = 要改什么？
changes-the-client = 换客户
changes-the-matter = 改事由
changes-the-place = 改地点
changes-of-client = { $whom }：换客户
changes-of-matter = { $whom }：改事由
changes-of-place = { $whom }：改地点
changes-of-drop = { $whom }：不去了
changes-add = ➕ 多去一家
changes-later = ⏱ 晚点返回
changes-into-client = 换成哪家客户？点一个，或写名称、编号。
changes-into-add = 多去哪家客户？点一个，或写名称、编号。
changes-into-matter = 改成什么事由？直接写。
changes-into-place = 改到什么地点？直接写。
changes-ask-why = 为什么要改？点一个，或直接写；主管会看到。
changes-ask-cancel-why = 为什么取消？点一个，或直接写；主管会看到。
changes-why-client = 客户临时有事
changes-why-moved = 客户改了地点
changes-why-urgent = 有更急的客户
changes-why-bank = 行里有事
changes-why-later = 改天再去
changes-dropped = 好的，没有改动。
changes-done =
    ✏️ <b>已改</b>
    { $legs }
    返回：{ TIME($back) }
    { $told }
changes-told =
    ✏️ <b>{ $name }</b> 改了外出安排：{ $why }
    { $legs }
    出发 { $depart }，返回 { TIME($back) }
changes-cancelled = 已取消外出。{ $told }
changes-cancelled-told =
    <b>{ $name }</b> 取消外出：{ $why }
    { $legs }
changes-departure = 🕘 改出发时间
changes-into-departure = 改成几点出发？写时间，例如“三点”“14:30”。
changes-departure-unclear = 没看出时间。请写“三点”“14:30”这样的时间；不改了就写“算了”。
changes-departure-done =
    ✏️ <b>出发时间已改</b>
    { $legs }
    出发 { $depart }，返回 { TIME($back) }
    { $told }
changes-departure-told =
    ✏️ <b>{ $name }</b> 改了出发时间
    { $legs }
    出发 { $depart }，返回 { TIME($back) }
