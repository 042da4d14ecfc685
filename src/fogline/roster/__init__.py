"""Actors of armed conflict by name, alias, side and date."""


class Roster:
    """Who is who."""


def load_roster() -> Roster:
    """The roster that ships with fogline."""
    return Roster()
