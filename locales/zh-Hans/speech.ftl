# Why a recording gave no words. Typing always works.

speech-empty = 这个文件里没有声音。请重新录一条，或者直接打字。
speech-corrupt = 这个文件读不出声音。请按住麦克风重新录一条，或者直接打字。
speech-silent = 没有听到说话声。请把手机拿近一点重新录，或者直接打字。
speech-unclear = 这段话没有听清。请在安静一点的地方再说一遍，或者直接打字。
speech-too-long = 这段录音有 { $seconds } 秒，最长可以收 { $longest } 秒。请分两段说，或者直接打字。
speech-too-large = 这个文件有 { $megabytes } MB，最大可以收 { $largest } MB。请录短一点，或者直接打字。
speech-engine-away = 现在暂时不能听语音。请直接打字，其他功能照常使用。
speech-yours-wait = 您还有 { $waiting } 条语音在排队。请稍后再发下一条，或者直接打字。
speech-queue-full = 现在有 { $waiting } 条语音在排队。请直接打字，或者过几分钟再发。

# What `waiqin speech` says to those who run the bot.

speech-installed = 语音模型已放在 { $folder }，每个文件都核对无误。
speech-adopted = 已按 { $folder } 里现在的文件登记，以后有改动会被发现。
speech-no-folder = 没有 { $folder } 这个文件夹。
speech-no-model = 当前引擎是 { $engine }，本机没有需要核对的模型。
speech-no-manifest = { $folder } 没有文件清单。使用自带模型请运行 waiqin speech install；使用自备模型请运行 waiqin speech install --from { $folder }
speech-model-right = { $folder }：{ $count } 个文件核对无误。
speech-model-wrong = { $folder } 不能使用。请重新放置模型：waiqin speech install
speech-info =
    引擎：{ $engine }
    模型：{ $model }
    文件夹：{ $folder }
    地址：{ $url }
    录音上限：{ $seconds_longest } 秒，{ $megabytes_longest } MB
    没有录音时卸载：{ $idle_minutes } 分钟后
    软件包：{ $packages }
speech-not-there = 模型还没有放好，请运行：waiqin speech install
speech-bad-book = { $file } 不是客户名册；应为 JSON，例如 [{"{"}"code": "C1", "alias": "…", "persons": ["…"]{"}"}]。
speech-linked = 客户：{ $client }；人员：{ $person }
speech-took = 录音 { $seconds } 秒，用时 { $took } 秒，引擎 { $engine }（{ $model }）。
speech-away-because = 现在不能听语音：{ $why }
