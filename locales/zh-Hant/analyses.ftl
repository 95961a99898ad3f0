analyses-done = ✔ 已做客戶分析
analyses-noted = ✔ 已記：<b>{ $client }</b> 今天做了客戶分析，下次在一個季度後（V16）。
analyses-undo = ↩ 撤銷
analyses-undone = ↩ 已撤銷：<b>{ $client }</b> 的客戶分析還沒有做。
analyses-already = 今天已經記過了。
