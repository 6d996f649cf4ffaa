"""Which places and which actor belong to a trigger."""

from .actors import actor_of, is_against, receiver_of
from .places import places_of
from .scale import is_city, is_wide

__all__ = ["actor_of", "is_against", "is_city", "is_wide", "places_of", "receiver_of"]
