# Pictures
pictures-away = The picture can't be drawn right now. Here is the text; tap again in a while.
