dictation-consent =
    <b>Your first voice note</b>

    Voice becomes words on the bank's own machine and goes nowhere else. The recording is not kept and leaves this chat within { $hours } hours; the words are treated like typed ones and saved only when you confirm.
    Please do not dictate client matters in public or in front of clients.
dictation-agree = I agree, take this note
dictation-listening =
    🎙 Got it, writing it down…{ $ahead ->
        [0] { "" }
       *[other] {" "}{ $ahead } before it.
    }
dictation-heard =
    🎙 Heard: { $text }{ $gaps ->
        [yes] {" "}(parts were not clear, please check)
       *[no] { "" }
    }
dictation-again = I have this voice note already; it is not taken twice.
dictation-delayed = Voice can't be turned into words for the moment. Your note is kept and comes back by itself; if it is urgent, please type.
dictation-file = This file is no voice. Please record a voice note or send an audio file.
dictation-which-client = I did not catch which client. Please choose, then I go on:
dictation-client = { $client }
dictation-none-of-them = None of them
dictation-client-is = ✓ { $client }
