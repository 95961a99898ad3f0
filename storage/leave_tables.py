"""Leave in depth."""
