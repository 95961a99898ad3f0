menu-out = 🚗 外出
menu-in = 📍 簽到
menu-leave = 👋 離開客戶
menu-back = 🏢 返回
menu-record = 📝 走訪記錄
menu-today = 📋 今天
menu-team = 👥 團隊
menu-review = 📚 待閱
