"""A rule saying no."""


class Refusal(Exception):
    """A rule said no: the locale key of the reason, and the facts that its sentence needs.

    A refusal is part of the product, not an error: the turn undoes what its handler wrote
    and says the reason aloud in the listener's language.
    """

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts

    def __repr__(self) -> str:
        return f"Refusal({self.key})"
