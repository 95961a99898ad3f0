reviews-record =
    📄 <b>{ $name }</b> 的走访记录
    { $visit }
    { $lines }
reviews-sign = 👁 已阅
reviews-opine = 💬 签署意见
reviews-send-back = ↩️ 退回补充
reviews-signed = 已签署，本人会收到。
reviews-ask-opinion = 请写下给 { $name } 的意见，一条消息即可。
reviews-ask-wanted = 还需要 { $name } 补充什么？请用一条消息写明。
reviews-sent-back = 已退回 { $name } 补充。
reviews-returned-to-you =
    ↩️ { $name } 请您补充走访记录
    { $visit }
    💬 { $wanted }
reviews-mend = ✏️ 补充
reviews-signed-for-you =
    👁 { $name } 已阅您的走访记录
    { $visit }
    { $lines }
reviews-decided-meanwhile = 刚刚已有变化，请重新打开这份记录查看。
reviews-newer-version = 这份记录有了新版本，请重新打开查看。
reviews-not-yours = 稽核只查阅，不签署。请由这位同事的主管处理。
reviews-phrase-agree = ✅ 同意，照此推进
reviews-phrase-clear = 👍 记录清楚
reviews-task-next = 📌 下一步列为明天任务
reviews-task = 📌 另派任务
reviews-next = 下一份 ▶
reviews-queue = 📚 队列
reviews-ask-task = 请说明天给 { $name } 的任务，打字或语音都行。
reviews-task-given = 已列入 { $name } 下一个工作日的安排。
reviews-task-there = 这次走访您已经派过任务了。
reviews-task-for-you =
    📌 { $name } 给您 { DAY($day) } 的任务
    { $text }
reviews-words-agree = 同意，照此推进
reviews-words-clear = 记录清楚
