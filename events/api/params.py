"""Parameters that several endpoints take."""

from events.questions import Asked, AskedOfADay, Day

__all__ = ["Asked", "AskedOfADay", "Day"]
