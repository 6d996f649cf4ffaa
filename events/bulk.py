"""Many rows at once, read and written past the ORM, which takes some twenty times as long for them."""

from collections.abc import Iterable, Sequence

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet


def read(rows: QuerySet) -> list[tuple]:
    """The rows of a `values_list`, in binary form: moments come without being parsed, and without converters."""
    try:
        sql, params = rows.query.sql_with_params()
    except EmptyResultSet:  # of no place at all
        return []
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        return cursor.execute(sql, params, binary=True).fetchall()


def new_ids(model: type[Model], many: int) -> list[int]:
    """So many numbers for rows to come."""
    draw = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
    with connection.cursor() as cursor:
        cursor.execute(draw, [model._meta.db_table, many])
        return [number for (number,) in cursor.fetchall()]


def write(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence]) -> None:
    """Store the rows by COPY; what the columns leave out is what the database takes for it."""
    quote = connection.ops.quote_name
    copy_in = f"COPY {quote(model._meta.db_table)} ({', '.join(quote(name) for name in columns)}) FROM STDIN"
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(copy_in) as copy:
        for row in rows:
            copy.write_row(row)
