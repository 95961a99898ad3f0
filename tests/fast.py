"""Loaded by `make fast`: every property is tried with a few examples only; `make test` tries them all."""

from hypothesis import settings

settings.register_profile("fast", max_examples=5, deadline=None, database=None)
settings.load_profile("fast")
