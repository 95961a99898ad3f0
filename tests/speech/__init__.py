"""Hearing: guards, files, the worker, names by sound, and the real model on three clips."""
