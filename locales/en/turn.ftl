turn-sorry = Something went wrong; nothing was changed. Please try again, and tell your administrator if it happens again.
turn-not-allowed = You may not do this. Send /help to see what you can do.
turn-stranger = You are not enrolled. Ask your unit's administrator for an invitation link and open it.
turn-no-access = Your access has ended. If that is a mistake, please contact your unit's administrator.
turn-notice-first = Please read and accept the confidentiality notice first: send /start.
turn-button-over = This button is out of date. Please look at the newest message, or send /help.
