fallback-words = I did not understand that. You can simply say “visit Dingsheng re plant, back 16:30”, or send /help to see what you can do.
fallback-media = Pictures, files and contact cards are of no use here, and nothing was kept. Please write, for example “visit Dingsheng re plant, back 16:30”; at the client's tap “Check in” and send your location. Please send no pictures with client data.
fallback-edited = Editing a sent message does not change what was registered. To correct it, use the buttons under my message or send it again.
