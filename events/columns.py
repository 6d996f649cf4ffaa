"""Columns of rows in memory, named as the database names them."""

from collections.abc import Sequence
from functools import reduce


def in_columns(row, names: Sequence[str]) -> tuple:
    """The values at these names, such as `place__slug`, as `values_list` would give them."""
    return tuple(reduce(lambda at, name: at and getattr(at, name), name.split("__"), row) for name in names)
