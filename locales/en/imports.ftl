# What `waiqin import` says to those who bring data in.

imports-at-line = Line { $line }: { $says }
imports-at-cell = Line { $line }, column { $column }: { $says }
imports-done = Imported { $kind ->
    [units] units
    [staff] staff
    [clients] clients
    [holidays] days
    [credit] credit items
   *[places] places
 }: { $new } new, { $changed } changed, { $same } as they were; { $bad } bad rows left out.
imports-would = Checked, nothing written yet: { $new } would be new, { $changed } changed, { $same } stay as they are; { $bad } bad rows.
imports-nothing = Nothing was imported: { $bad } of { $rows } rows need correcting. { $skip ->
    [yes] Import the file again once they are right, or add --skip-bad to import the good rows now.
   *[no] Import the file again once it is right.
 }
imports-ignored = These columns are not needed and were not read: { $columns }.
imports-one-sheet = Only the sheet "{ $sheet }" was read; the workbook has { $others } more.
imports-more-problems = { $count } more are not listed; --json shows them all.
imports-no-database = The database can't be reached or has no tables yet ({ $why }); check WAIQIN_DATABASE_URL and run waiqin migrate first.
imports-refused = Column { $column } holds { $holds ->
    [identity] identity numbers
    [account] account or card numbers
    [phone] telephone numbers
   *[balance] balances or other amounts
 }, which must not come into this system; delete the column from the file and import it again.

# the file as a whole
imports-no-file = there is no readable file { $name }; check its name and permissions.
imports-file-too-large = the file is larger than { $megabytes } MB; import it in several parts.
imports-old-workbook = this is a workbook of the old format (.xls) or a locked one; save it as an unlocked .xlsx or as CSV.
imports-not-text = the file's encoding can't be told; save it as CSV in UTF-8, or as .xlsx.
imports-too-many-columns = this row has more than { $columns } columns; check the separators and quotes.
imports-too-many-rows = the file has more than { $rows } rows; import it in several parts.
imports-quotes = from here on the quotes don't pair up; check the double quotes of this row.
imports-broken-workbook = this .xlsx file is damaged; open it in a spreadsheet program and save it again.
imports-workbook-bomb = the inside of this .xlsx file is not as it should be, so it was not opened; save it as CSV.
imports-locked-workbook = this workbook has a password; remove it and import the file again.
imports-empty = the file is empty; it needs the columns { $wanted }.
imports-no-header = no headers were found; the file needs the columns { $wanted }.
imports-missing-column = a column is missing: { $wanted }.
imports-column-twice = holds the same thing as column { $other }; keep one of the two.

# single rows
imports-needed = is empty; fill it in.
imports-more-cells = the row has more cells than there are headers; put texts with separators into double quotes.
imports-formula = holds a formula; copy it and paste the value only.
imports-broken-cell = holds an error of the spreadsheet, such as #N/A; put the right content there.
imports-rounded = is a number too long for the spreadsheet, which has rounded it; make the column text and fill it in again.
imports-too-long = is far too long; shorten it.
imports-longer-than = may have { $longest } characters at most; shorten it.
imports-code-form = a code has letters, digits and - _ . / only, 40 at most, and no blanks.
imports-digits = has a run of { $digits } or more digits, which may be an identity, account or telephone number; take it out.
imports-choice = "{ $said }" is not known here; it may be: { $choices }.
imports-yes-no = must be yes or no.
imports-date = must be a date such as 2026-01-31.
imports-date-order = the last day lies before the first; check both dates.
imports-month-day = must be a month and a day, such as 03-15.
imports-zone = must be a time zone such as Asia/Shanghai, or empty for that of the unit above.
imports-twice = says the same as line { $first }; keep one of the two.
imports-ring = going up from this unit leads back to it; correct the unit above.
imports-root-twice = only one unit may have none above it, and that is { $root }; name the unit above.
imports-parent-unknown = the unit above, { $parent }, is not there, or its own row is bad; correct that first.
imports-head-is-deputy = deputy and head are the same person; name another deputy or leave it empty.
imports-unit-unknown = there is no unit { $unit }; import units first, or write the right code.
imports-staff-unknown = there is nobody with staff code { $code }; import staff first, or write the right code.
imports-client-unknown = there is no client { $code }; import clients first, or write the right code.
imports-level-needed = ratings and lines need the approving level: { $choices }.
imports-role = "{ $said }" is no role; there are: { $choices }. Put a semicolon between several, and write supervisor@UNIT to name a unit.
imports-keeper-or-unit = name the keeper's staff code or the unit's code, or both.
imports-degrees = must be decimal degrees, such as 31.29864.
imports-latitude = a latitude lies between -90 and 90.
imports-longitude = a longitude lies between -180 and 180.
imports-swapped = latitude and longitude seem to have changed places; swap them.
imports-coarse = is too coarse; give at least four decimals (about ten metres).
imports-coordinates = must be longitude,latitude, such as 120.58532,31.29864.
