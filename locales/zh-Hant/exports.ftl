# 表格
exports-away = 表格暫時產生不了，請稍後再點一次。
