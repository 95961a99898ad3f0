places-visit =
    📍 { $person } checked in at <b>{ $client }</b> at { TIME($at) }
    { $lines }
places-show = Show the visit
places-accept = Accept this place
places-accepted = Accepted: where { $client } was visited.
places-accepted-so-far = Accepted. { $client } has { $count } accepted visits; at { $wanted } that lie close together the place is remembered.
places-learned = Accepted. The place of { $client } is now known from { $count } accepted visits.
places-accepted-meanwhile = Another supervisor has accepted it already; nothing changed.
places-not-yours = This visit is not in your area of responsibility.
places-line-accepted = ✅ place accepted { DAY($at) } { TIME($at) }
places-same-shift = 🧭 Visits at { $count } clients lie some { $metres } m off in one and the same direction: the imported coordinates were most likely in another datum (Amap, Baidu and GPS differ). Please have the administrator check the datum column of the places file.
