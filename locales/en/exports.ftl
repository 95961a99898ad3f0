# Workbooks
exports-away = The workbook can't be written right now. Please tap again in a while.
