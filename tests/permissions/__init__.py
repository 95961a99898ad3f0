"""Who may see and do what, tried through the whole program."""
