"""The whole bot in one process on a virtual clock, with a seeded world that goes wrong in every way we know.

`python -m tests.simulation --seed 17` plays one seed and says what went wrong; `--seeds 0-999` plays many.
"""
