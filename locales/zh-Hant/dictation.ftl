dictation-consent =
    <b>第一次用語音</b>

    語音只在本行自己的機器上轉成文字，不會發到別處。錄音不留存，{ $hours } 小時內從本聊天刪除；文字按您打的字一樣處理，由您確認後才儲存。
    請不要在客戶面前或公共場合口述客戶資訊。
dictation-agree = 同意，整理這條語音
dictation-listening =
    🎙 收到，正在整理……{ $ahead ->
        [0] { "" }
       *[other] {" "}前面還有 { $ahead } 條。
    }
dictation-heard =
    🎙 聽到：{ $text }{ $gaps ->
        [yes] {" "}（有幾處沒聽清，請核對）
       *[no] { "" }
    }
dictation-again = 這條語音已經收到過了，不會重複整理。
dictation-delayed = 語音識別暫時不可用。這條語音已保留，恢復後自動整理；著急的話請直接打字。
dictation-file = 這個檔案不是語音。請直接錄音，或傳送音訊檔案。
dictation-which-client = 沒聽準是哪家客戶，請選一下，選好就接著辦：
dictation-client = { $client }
dictation-none-of-them = 都不是
dictation-client-is = ✓ { $client }
