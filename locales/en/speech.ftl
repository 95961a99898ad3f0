# Why a recording gave no words. Typing always works.

speech-empty = There is no sound in this file. Please record it again, or type the note.
speech-corrupt = I couldn't read this file as a recording. Please record it again with the microphone button, or type the note.
speech-silent = I heard nobody speak. Please hold the phone closer and record it again, or type the note.
speech-unclear = I couldn't make out what was said. Please say it again somewhere quieter, or type the note.
speech-too-long = The recording is { $seconds } seconds long; I take up to { $longest }. Please say it in two parts, or type the note.
speech-too-large = The file has { $megabytes } MB; I take up to { $largest }. Please record a shorter note, or type it.
speech-engine-away = I can't listen to recordings just now. Please type the note; everything else works as usual.
speech-yours-wait = { $waiting ->
    [one] One of your recordings is
   *[other] { $waiting } of your recordings are
 } still waiting to be heard. Please send the next one a little later, or type the note.
speech-queue-full = Many recordings are waiting ({ $waiting }). Please type the note, or send it again in a few minutes.

# What `waiqin speech` says to those who run the bot.

speech-installed = The model is in { $folder }; every file is what it should be.
speech-adopted = The files in { $folder } are taken as right from now on; a later change will be noticed.
speech-no-folder = There is no folder { $folder }.
speech-no-model = The engine is { $engine }: there is no model on this machine to check.
speech-no-manifest = { $folder } has no manifest. For the built-in model: waiqin speech install. For your own: waiqin speech install --from { $folder }
speech-model-right = { $folder }: { $count ->
    [one] one file is
   *[other] { $count } files are
 } right.
speech-model-wrong = { $folder } must not be used. Put the model there again: waiqin speech install
speech-info =
    Engine: { $engine }
    Model: { $model }
    Folder: { $folder }
    Address: { $url }
    Longest recording: { $seconds_longest } seconds, { $megabytes_longest } MB
    Unloaded after: { $idle_minutes } minutes without a recording
    Packages: { $packages }
speech-not-there = The model is not in place yet: waiqin speech install
speech-bad-book = { $file } is no book of clients; it must be JSON like [{"{"}"code": "C1", "alias": "…", "persons": ["…"]{"}"}].
speech-linked = Client: { $client }; person: { $person }
speech-took = { $seconds } seconds of sound, heard in { $took } seconds by { $engine } ({ $model }).
speech-away-because = Nothing can listen to recordings: { $why }
