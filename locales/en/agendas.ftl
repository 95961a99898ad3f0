# Agendas of meetings, and the quarter's sample
agendas-filling = Preparing the agenda…
agendas-agenda =
    🗒 <b>Agenda: { $gathering }</b> (draft)　{ $unit }
    { DAY($day) } { TIME($at) }

    <b>1. The period before ({ $period })</b>
    { $lines }

    <b>2. Still owed</b>
    { $owing }

    <b>3. Points</b>
    { $points }

    The paper minutes and sign-in sheet remain the record.
agendas-owing = ▫️ { $whose }: { $missing } records missing, { $late } late
agendas-nothing-owed = ▫️ Nothing is owed.
agendas-points-training =
    1. Roll call
    2. Notices
    3. The day's plan
agendas-points-weekly =
    1. Decisions and papers of the management meeting
    2. Reports of the relationship managers
    3. Visits of the coming week
agendas-points-communication =
    1. Strategy and lending
    2. Experience
    3. Questions
agendas-points-analysis =
    1. Cases
    2. Experience
    3. Discussion
agendas-points-department_work =
    1. Last month
    2. This month
    3. Other matters
agendas-quarters-only = Minutes are sampled by the quarter. Turn the report to "Quarter" first.
agendas-drawing = Drawing…
agendas-sample-title = Quarterly sample of minutes
agendas-sample-file = 📄 Quarterly sample of minutes　{ $period }　{ $rows } meetings, to be scored by the credit line. Internal.
agendas-sample = 🎲 Sample minutes
agendas-offer = 🗒 Agenda
agendas-column-number = No.
agendas-column-unit = Unit
agendas-column-day = Date
agendas-column-gathering = Meeting
agendas-column-recorder = Recorder
agendas-column-called = Called
agendas-column-came = Came
agendas-column-written = Written at
agendas-column-minutes = Minutes
agendas-column-score = Score
agendas-column-remark = Remark
