menu-out = 🚗 外出
menu-in = 📍 签到
menu-leave = 👋 离开客户
menu-back = 🏢 返回
menu-record = 📝 走访记录
menu-today = 📋 今天
menu-team = 👥 团队
menu-review = 📚 待阅
