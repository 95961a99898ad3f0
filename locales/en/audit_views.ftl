# Looking things up in the audit
audit_views-page =
    🔎 <b>Audit</b> (this look is logged too)
    { $conditions }

    { $lines }

    Write a staff code, a name, a day or a matter such as visit:12 to narrow it; "no" ends it.
audit_views-of-all = Everything
audit_views-of-person = Person: { $whose }
audit_views-of-matter = Matter: { $about }
audit_views-of-days = Days: { DAY($first) }–{ DAY($last) }
audit_views-line = <code>{ DAY($at) } { TIME($at) }</code> { $who } <b>{ $action }</b> { $about } { $facts }
audit_views-program = the program
audit_views-none = Nothing fits.
audit_views-newest = ⏮ Newest
audit_views-older = Older ▶
audit_views-clear-person = ✕ { $whose }
audit_views-clear-about = ✕ { $about }
audit_views-clear-days = ✕ { DAY($first) }
audit_views-export = 📄 Export with hashes
audit_views-writing = Exporting…
audit_views-file = 📄 Audit, { $rows } lines with their chain of hashes. Internal, do not pass on.
audit_views-title = Audit
audit_views-closed = Closed.
audit_views-who = "{ $said }" fits { $count } people, not one. Write the staff code.
audit_views-column-number = No.
audit_views-column-at = At
audit_views-column-who = Name
audit_views-column-code = Code
audit_views-column-action = Action
audit_views-column-about = About
audit_views-column-facts = Facts
audit_views-column-chain = Chain
audit_views-column-place = Place
audit_views-column-hash = Hash
help-audit_views-start = Look things up in the audit
