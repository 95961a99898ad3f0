role-rm = 客户经理
role-team-leader = 团队长
role-supervisor = 部经理
role-leader = 主管行领导
role-clerk = 综合信息人员
role-auditor = 稽核
role-administrator = 管理员
