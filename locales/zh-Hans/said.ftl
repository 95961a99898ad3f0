said-show = 🗣 原话
said-words =
    { $visit }
    原话（号码已打码）：
    { $lines }
said-line-spoken = 🎙 { TIME($at) }　{ $text }
said-line-typed = ⌨️ { TIME($at) }　{ $text }
said-none = 这份记录没有留下原话。
said-to-result = ➕ 加到结果
said-to-next-step = ➕ 加到下一步
said-use = 🗣 用 { TIME($at) } 说的：{ $text }…
said-waits = 您之前说过的话还留着，要写进这次走访吗？
said-kept =
    🗣 这段话已留着。今天的走访记录都写过了：
    要补到刚才那份记录，还是记为一次电话、微信联系？
said-kept-no-visit =
    🗣 这段话已留着。今天还没有签到的走访，所以没有写成记录。
    到客户那里签到后我会接着用；电话、微信联系就点下面。
said-add-to = ➕ 补到 { $client } 的记录
said-as-contact = ☎️ 记为联系
said-forget = 🗑 不要了
said-goes-to-contact = ☎️ 按联系来记：
said-dropped = 好，这段话不留了。
said-placed-already = 这段话已经处理过了。
said-other-client = 🔁 这次走访的客户记错了
said-belated = 📍 补登 { $client } 的走访，再写记录
said-was-visit = 📍 按补登的走访来记（标记为补报，没有位置）。
said-use-for = 📝 { $client }（{ DAY($at) }）
said-which = 🗣 这段话已留着。今天没有待写的走访，写进哪一次？
