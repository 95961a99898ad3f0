places-visit =
    📍 { $person }　{ TIME($at) } 在 <b>{ $client }</b> 签到
    { $lines }
places-show = 查看走访
places-accept = 认可这个位置
places-accepted = 已认可 { $client } 的这次走访位置。
places-accepted-so-far = 已认可。{ $client } 有 { $count } 次认可的走访，满 { $wanted } 次且位置相近，就会记住地址。
places-learned = 已认可。{ $client } 的地址已从 { $count } 次认可的走访中学会。
places-accepted-meanwhile = 已有另一位主管认可了，没有改动。
places-not-yours = 这次走访不在您的管辖范围内。
places-line-accepted = ✅ { DAY($at) } { TIME($at) } 主管已认可位置
places-same-shift = 🧭 有 { $count } 家客户的到访位置都朝同一方向偏约 { $metres } 米：导入的坐标很可能选错了坐标系（高德、百度与 GPS 不同）。请让管理员核对地点文件的“坐标系”一列。
