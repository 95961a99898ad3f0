"""Reviews in depth and spot checks."""
