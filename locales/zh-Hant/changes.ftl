changes-what = 要改什麼？
changes-the-client = 換客戶
changes-the-matter = 改事由
changes-the-place = 改地點
changes-of-client = { $whom }：換客戶
changes-of-matter = { $whom }：改事由
changes-of-place = { $whom }：改地點
changes-of-drop = { $whom }：不去了
changes-add = ➕ 多去一家
changes-later = ⏱ 晚點返回
changes-into-client = 換成哪家客戶？點一個，或寫名稱、編號。
changes-into-add = 多去哪家客戶？點一個，或寫名稱、編號。
changes-into-matter = 改成什麼事由？直接寫。
changes-into-place = 改到什麼地點？直接寫。
changes-ask-why = 為什麼要改？點一個，或直接寫；主管會看到。
changes-ask-cancel-why = 為什麼取消？點一個，或直接寫；主管會看到。
changes-why-client = 客戶臨時有事
changes-why-moved = 客戶改了地點
changes-why-urgent = 有更急的客戶
changes-why-bank = 行裡有事
changes-why-later = 改天再去
changes-dropped = 好的，沒有改動。
changes-done =
    ✏️ <b>已改</b>
    { $legs }
    返回：{ TIME($back) }
    { $told }
changes-told =
    ✏️ <b>{ $name }</b> 改了外出安排：{ $why }
    { $legs }
    出發 { $depart }，返回 { TIME($back) }
changes-cancelled = 已取消外出。{ $told }
changes-cancelled-told =
    <b>{ $name }</b> 取消外出：{ $why }
    { $legs }
changes-departure = 🕘 改出發時間
changes-into-departure = 改成幾點出發？寫時間，例如「三點」「14:30」。
changes-departure-unclear = 沒看出時間。請寫「三點」「14:30」這樣的時間；不改了就寫「算了」。
changes-departure-done =
    ✏️ <b>出發時間已改</b>
    { $legs }
    出發 { $depart }，返回 { TIME($back) }
    { $told }
changes-departure-told =
    ✏️ <b>{ $name }</b> 改了出發時間
    { $legs }
    出發 { $depart }，返回 { TIME($back) }
