places-visit =
    📍 { $person }　{ TIME($at) } 在 <b>{ $client }</b> 簽到
    { $lines }
places-show = 查看走訪
places-accept = 認可這個位置
places-accepted = 已認可 { $client } 的這次走訪位置。
places-accepted-so-far = 已認可。{ $client } 有 { $count } 次認可的走訪，滿 { $wanted } 次且位置相近，就會記住地址。
places-learned = 已認可。{ $client } 的地址已從 { $count } 次認可的走訪中學會。
places-accepted-meanwhile = 已有另一位主管認可了，沒有改動。
places-not-yours = 這次走訪不在您的管轄範圍內。
places-line-accepted = ✅ { DAY($at) } { TIME($at) } 主管已認可位置
places-same-shift = 🧭 有 { $count } 家客戶的到訪位置都朝同一方向偏約 { $metres } 公尺：匯入的座標很可能選錯了座標系（高德、百度與 GPS 不同）。請讓管理員核對地點檔案的「坐標系」一欄。
