"""What is worked out at its first use and kept."""

from collections.abc import Callable


class once:
    """As functools.cached_property, without the lock that Python 3.11 takes there, dearer than many a value."""

    def __init__(self, made: Callable):
        self._made, self.__doc__ = made, made.__doc__

    def __set_name__(self, owner: type, name: str):
        self._name = name

    def __get__(self, one, owner: type | None = None):
        if one is None:
            return self
        value = one.__dict__[self._name] = self._made(one)
        return value
