"""Broadcasts, files to be sent and incidents."""
