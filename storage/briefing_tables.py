"""Briefings, roll calls and meetings."""
