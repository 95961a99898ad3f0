fallback-words = I did not understand that. You can simply say “visit Dingsheng re plant, back 16:30”, or send /help to see what you can do.
fallback-edited = Editing a sent message does not change what was registered. To correct it, use the buttons under my message or send it again.
