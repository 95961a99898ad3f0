dictation-consent =
    <b>第一次用语音</b>

    语音只在本行自己的机器上转成文字，不会发到别处。录音不留存，{ $hours } 小时内从本聊天删除；文字按您打的字一样处理，由您确认后才保存。
    请不要在客户面前或公共场合口述客户信息。
dictation-agree = 同意，整理这条语音
dictation-listening =
    🎙 收到，正在整理……{ $ahead ->
        [0] { "" }
       *[other] {" "}前面还有 { $ahead } 条。
    }
dictation-heard =
    🎙 听到：{ $text }{ $gaps ->
        [yes] {" "}（有几处没听清，请核对）
       *[no] { "" }
    }
dictation-again = 这条语音已经收到过了，不会重复整理。
dictation-delayed = 语音识别暂时不可用。这条语音已保留，恢复后自动整理；着急的话请直接打字。
dictation-file = 这个文件不是语音。请直接录音，或发送音频文件。
dictation-which-client = 没听准是哪家客户，请选一下，选好就接着办：
dictation-client = { $client }
dictation-none-of-them = 都不是
dictation-client-is = ✓ { $client }
