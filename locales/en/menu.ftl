menu-out = 🚗 Go out
menu-in = 📍 Check in
menu-leave = 👋 Check out
menu-back = 🏢 Back
menu-record = 📝 Visit record
menu-today = 📋 Today
menu-team = 👥 Team
menu-review = 📚 Review
