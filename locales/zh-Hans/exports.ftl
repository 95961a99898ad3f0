# 表格
exports-away = 表格暂时生成不了，请稍后再点一次。
