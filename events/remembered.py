"""Answers that the rule works out from a part of the evidence, kept until anything that they rest on changes.

Whatever changes them records a revision or is numbered by the database, and both stand in the key. A cache that is
away or full costs time, never an answer.
"""

import logging
import pickle
import zlib
from collections.abc import Callable
from hashlib import blake2b
from typing import TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from redis.exceptions import RedisError

from events.assessment import RULE_ID, RULE_VERSION
from events.models import Revision
from gazetteer.queries import states

SECONDS = 600
MOST_BYTES = 2_000_000
T = TypeVar("T")
log = logging.getLogger(__name__)


def remembered(what: tuple, work: Callable[[], T]) -> T:
    """What `work` gives for the question `what`, or gave while nothing had changed."""
    key = _key(what)
    try:
        kept = cache.get(key)
        if kept is not None:
            return pickle.loads(zlib.decompress(kept))
    except RedisError as error:
        log.warning("The cache does not answer: %s", error)
        return work()
    found = work()
    _keep(key, zlib.compress(pickle.dumps(found), 1))
    return found


def _keep(key: str, packed: bytes) -> None:
    if len(packed) > MOST_BYTES:
        return
    try:
        cache.set(key, packed, SECONDS)
    except RedisError as error:
        log.warning("The cache does not keep an answer: %s", error)


def _key(what: tuple) -> str:
    """The state of all that an answer rests on; read before the answer, so that it is never taken for a later one."""
    now = Revision.objects.last_number(), basis()
    return blake2b(repr((connection.settings_dict["NAME"], now, what)).encode(), digest_size=20).hexdigest()


def basis(*more: str) -> tuple:
    """What answers rest on beside the revision: the rule, and the states of the gazetteer and of those who speak.

    `more` names what else an answer shows, such as `shapes`.
    """
    rule = RULE_ID, RULE_VERSION, settings.CONTROL_WINDOW
    return *rule, *states("names", "regions", "actors", "sources", *more)
