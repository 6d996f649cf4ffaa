"""The pool of connections that the running product has; other tests go without it."""

import pytest
from django.db import ConnectionHandler, connection

from tracker.test_settings import POOLED

KILL = "SELECT pg_terminate_backend(%s)"


@pytest.fixture
def pooled(transactional_db):
    """A connection out of a pool of one, else as the product has it, to the database of the test."""
    options = {"pool": POOLED["pool"] | {"max_size": 1}}
    made = ConnectionHandler({"default": {**connection.settings_dict, "OPTIONS": options}})["default"]
    yield made
    made.close()
    made.close_pool()


def _process(of) -> int:
    with of.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def test_a_connection_that_the_database_closed_is_replaced_before_it_is_used(pooled):
    first = _process(pooled)
    pooled.close()  # back into the pool, as at the end of a request
    assert _process(pooled) == first
    pooled.close()
    with connection.cursor() as cursor:
        cursor.execute(KILL, [first])
    assert _process(pooled) != first
