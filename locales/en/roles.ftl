role-rm = relationship manager
role-team-leader = team leader
role-supervisor = department manager
role-leader = leader in charge
role-clerk = information clerk
role-auditor = auditor
role-administrator = administrator
