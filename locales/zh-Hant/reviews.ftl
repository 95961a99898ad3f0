reviews-record =
    📄 <b>{ $name }</b> 的走訪記錄
    { $visit }
    { $lines }
reviews-sign = 👁 已閱
reviews-opine = 💬 簽署意見
reviews-send-back = ↩️ 退回補充
reviews-signed = 已簽署，本人會收到。
reviews-ask-opinion = 請寫下給 { $name } 的意見，一條訊息即可。
reviews-ask-wanted = 還需要 { $name } 補充什麼？請用一條訊息寫明。
reviews-sent-back = 已退回 { $name } 補充。
reviews-returned-to-you =
    ↩️ { $name } 請您補充走訪記錄
    { $visit }
    💬 { $wanted }
reviews-mend = ✏️ 補充
reviews-signed-for-you =
    👁 { $name } 已閱您的走訪記錄
    { $visit }
    { $lines }
reviews-decided-meanwhile = 剛剛已有變化，請重新開啟這份記錄檢視。
reviews-newer-version = 這份記錄有了新版本，請重新開啟檢視。
reviews-not-yours = 稽核只查閱，不簽署。請由這位同事的主管處理。
reviews-phrase-agree = ✅ 同意，照此推進
reviews-phrase-clear = 👍 記錄清楚
reviews-task-next = 📌 下一步列為明天任務
reviews-task = 📌 另派任務
reviews-next = 下一份 ▶
reviews-queue = 📚 隊列
reviews-ask-task = 請說明天給 { $name } 的任務，打字或語音都行。
reviews-task-given = 已列入 { $name } 下一個工作日的安排。
reviews-task-there = 這次走訪您已經派過任務了。
reviews-task-for-you =
    📌 { $name } 給您 { DAY($day) } 的任務
    { $text }
reviews-words-agree = 同意，照此推進
reviews-words-clear = 記錄清楚
