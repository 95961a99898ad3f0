"""The client's calendar: contact cadence and credit items."""
