words-masked = Digits that look like an identity, account or mobile number were hidden and not kept. Please don't send them.
words-hello = Hello { $name }. Before you go out, one sentence is enough: “visit Dingsheng re plant, back 16:30”; /help shows what you can do.
