"""aiogram's models are built when they are needed: these tests start in half the time."""

from bot import lean

lean.build()
