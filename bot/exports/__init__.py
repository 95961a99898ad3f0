"""Workbooks for the chat: registers as the paper has them, written by a process of its own.

A book is described once (`bot/exports/book.py`) and its rows follow in chunks, so that a hundred thousand of them never
stand in memory together.
"""

from bot.exports.port import Exports as Exports
