"""Parameters that several endpoints take."""

from events.questions import Asked, AskedOfADay, AskedOfSome, Day, MaybeDay

__all__ = ["Asked", "AskedOfADay", "AskedOfSome", "Day", "MaybeDay"]
