role-rm = 客戶經理
role-team-leader = 團隊長
role-supervisor = 部經理
role-leader = 主管行領導
role-clerk = 綜合信息人員
role-auditor = 稽核
role-administrator = 管理員
