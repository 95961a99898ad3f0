analyses-done = ✔ analysed
analyses-noted = ✔ Noted: <b>{ $client }</b> was analysed today; the next is due in a quarter (V16).
analyses-undo = ↩ take back
analyses-undone = ↩ Taken back: <b>{ $client }</b> is still to be analysed.
analyses-already = This was noted today already.
