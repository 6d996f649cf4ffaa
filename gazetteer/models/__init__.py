"""The tables of the gazetteer, a subject a module."""

from .boundary import Boundary
from .identifier import Identifier
from .listed import Listed
from .membership import Membership
from .name import Ambiguity, PlaceName
from .past import Past
from .place import Place, Redirect

__all__ = ["Ambiguity", "Boundary", "Identifier", "Listed", "Membership", "Past", "Place", "PlaceName", "Redirect"]
