"""Parameters that several endpoints take."""

from events.questions import Asked, AskedOfADay, AskedOfSome, Day

__all__ = ["Asked", "AskedOfADay", "AskedOfSome", "Day"]
