# Why a recording gave no words. Typing always works.

speech-empty = 這個檔案裡沒有聲音。請重新錄一條，或者直接打字。
speech-corrupt = 這個檔案讀不出聲音。請按住麥克風重新錄一條，或者直接打字。
speech-silent = 沒有聽到說話聲。請把手機拿近一點重新錄，或者直接打字。
speech-unclear = 這段話沒有聽清。請在安靜一點的地方再說一遍，或者直接打字。
speech-too-long = 這段錄音有 { $seconds } 秒，最長可以收 { $longest } 秒。請分兩段說，或者直接打字。
speech-too-large = 這個檔案有 { $megabytes } MB，最大可以收 { $largest } MB。請錄短一點，或者直接打字。
speech-engine-away = 現在暫時不能聽語音。請直接打字，其他功能照常使用。
speech-yours-wait = 您還有 { $waiting } 條語音在排隊。請稍後再發下一條，或者直接打字。
speech-queue-full = 現在有 { $waiting } 條語音在排隊。請直接打字，或者過幾分鐘再發。

# What `waiqin speech` says to those who run the bot.

speech-installed = 語音模型已放在 { $folder }，每個檔案都核對無誤。
speech-adopted = 已按 { $folder } 裡現在的檔案登記，以後有改動會被發現。
speech-no-folder = 沒有 { $folder } 這個資料夾。
speech-no-model = 目前引擎是 { $engine }，本機沒有需要核對的模型。
speech-no-manifest = { $folder } 沒有檔案清單。使用自帶模型請執行 waiqin speech install；使用自備模型請執行 waiqin speech install --from { $folder }
speech-model-right = { $folder }：{ $count } 個檔案核對無誤。
speech-model-wrong = { $folder } 不能使用。請重新放置模型：waiqin speech install
speech-info =
    引擎：{ $engine }
    模型：{ $model }
    資料夾：{ $folder }
    地址：{ $url }
    錄音上限：{ $seconds_longest } 秒，{ $megabytes_longest } MB
    沒有錄音時卸載：{ $idle_minutes } 分鐘後
    軟體套件：{ $packages }
speech-not-there = 模型還沒有放好，請執行：waiqin speech install
speech-bad-book = { $file } 不是客戶名冊；應為 JSON，例如 [{"{"}"code": "C1", "alias": "…", "persons": ["…"]{"}"}]。
speech-linked = 客戶：{ $client }；人員：{ $person }
speech-took = 錄音 { $seconds } 秒，用時 { $took } 秒，引擎 { $engine }（{ $model }）。
speech-away-because = 現在不能聽語音：{ $why }
