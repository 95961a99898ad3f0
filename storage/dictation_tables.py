"""Dictation in depth."""
