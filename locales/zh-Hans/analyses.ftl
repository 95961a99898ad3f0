analyses-done = ✔ 已做客户分析
analyses-noted = ✔ 已记：<b>{ $client }</b> 今天做了客户分析，下次在一个季度后（V16）。
analyses-undo = ↩ 撤销
analyses-undone = ↩ 已撤销：<b>{ $client }</b> 的客户分析还没有做。
analyses-already = 今天已经记过了。
