# 稽核查询
audit_views-page =
    🔎 <b>操作日志</b>（本次查询同样留痕）
    { $conditions }

    { $lines }

    可再输入工号、姓名、日期或编号（如 visit:12）缩小范围；输入“不用了”结束。
audit_views-of-all = 全部
audit_views-of-person = 人员：{ $whose }
audit_views-of-matter = 对象：{ $about }
audit_views-of-days = 日期：{ DAY($first) }–{ DAY($last) }
audit_views-line = <code>{ DAY($at) } { TIME($at) }</code> { $who } <b>{ $action }</b> { $about } { $facts }
audit_views-program = 系统
audit_views-none = 没有符合条件的记录。
audit_views-newest = ⏮ 最新
audit_views-older = 更早 ▶
audit_views-clear-person = ✕ { $whose }
audit_views-clear-about = ✕ { $about }
audit_views-clear-days = ✕ { DAY($first) }
audit_views-export = 📄 导出（含哈希）
audit_views-writing = 正在导出…
audit_views-file = 📄 操作日志，共 { $rows } 行，附哈希链。内部资料，请勿外传。
audit_views-title = 操作日志
audit_views-closed = 查询已结束。
audit_views-who = 没有找到唯一的“{ $said }”（{ $count } 人），请输入工号。
audit_views-column-number = 编号
audit_views-column-at = 时间
audit_views-column-who = 姓名
audit_views-column-code = 工号
audit_views-column-action = 操作
audit_views-column-about = 对象
audit_views-column-facts = 内容
audit_views-column-chain = 链
audit_views-column-place = 位置
audit_views-column-hash = 哈希
help-audit_views-start = 查操作日志
