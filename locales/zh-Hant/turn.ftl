turn-sorry = 出了點問題，什麼都沒有改動。請再試一次；如果還不行，請告訴管理員。
turn-not-allowed = 這一項不在您的權限內。發送 /help 看看您可以做什麼。
turn-stranger = 您還沒有登記。請向本單位管理員要一個邀請連結，點開即可登記。
turn-no-access = 您的使用權限已經停止。如有疑問，請聯絡本單位管理員。
turn-notice-first = 請先閱讀並接受保密須知：發送 /start 。
turn-button-over = 這個按鈕已經過期，請看最新的訊息，或發送 /help 。
