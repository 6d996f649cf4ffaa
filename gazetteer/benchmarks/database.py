"""A database of a benchmark's own, so that no figure is taken from, and no row written to, the real one."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection


@contextmanager
def own_database() -> Iterator[None]:
    """Inside it, the connection leads to an empty migrated database, which is dropped at the end."""
    real, options = connection.settings_dict["NAME"], connection.settings_dict["OPTIONS"]
    tests = connection.settings_dict["TEST"]["NAME"]
    connection.close()
    connection.close_pool()  # a pool would hand out connections to the real database still
    connection.settings_dict["OPTIONS"] = {key: value for key, value in options.items() if key != "pool"}
    connection.settings_dict["TEST"]["NAME"] = f"bench_{real}"  # tests may run at the same time
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.close()
        connection.creation.destroy_test_db(real, verbosity=0)
        settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = real
        connection.settings_dict["OPTIONS"], connection.settings_dict["TEST"]["NAME"] = options, tests
