# 稽核查詢
audit_views-page =
    🔎 <b>操作日誌</b>（本次查詢同樣留痕）
    { $conditions }

    { $lines }

    可再輸入工號、姓名、日期或編號（如 visit:12）縮小範圍；輸入「不用了」結束。
audit_views-of-all = 全部
audit_views-of-person = 人員：{ $whose }
audit_views-of-matter = 對象：{ $about }
audit_views-of-days = 日期：{ DAY($first) }–{ DAY($last) }
audit_views-line = <code>{ DAY($at) } { TIME($at) }</code> { $who } <b>{ $action }</b> { $about } { $facts }
audit_views-program = 系統
audit_views-none = 沒有符合條件的記錄。
audit_views-newest = ⏮ 最新
audit_views-older = 更早 ▶
audit_views-clear-person = ✕ { $whose }
audit_views-clear-about = ✕ { $about }
audit_views-clear-days = ✕ { DAY($first) }
audit_views-export = 📄 導出（含哈希）
audit_views-writing = 正在導出…
audit_views-file = 📄 操作日誌，共 { $rows } 行，附哈希鏈。內部資料，請勿外傳。
audit_views-title = 操作日誌
audit_views-closed = 查詢已結束。
audit_views-who = 沒有找到唯一的「{ $said }」（{ $count } 人），請輸入工號。
audit_views-column-number = 編號
audit_views-column-at = 時間
audit_views-column-who = 姓名
audit_views-column-code = 工號
audit_views-column-action = 操作
audit_views-column-about = 對象
audit_views-column-facts = 內容
audit_views-column-chain = 鏈
audit_views-column-place = 位置
audit_views-column-hash = 哈希
help-audit_views-start = 查操作日誌
