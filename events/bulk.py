"""Many rows at once, read and written past the ORM, which takes some twenty times as long for them."""

from collections.abc import Iterable, Sequence

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet
from psycopg.types.json import set_json_dumps


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
    # Selected, the sequence is found once; it takes six times as long to find it for each number
    draw = "SELECT nextval((SELECT pg_get_serial_sequence(%s, 'id')::regclass)) FROM generate_series(1, %s)"
    with connection.cursor() as cursor:
        cursor.execute(draw, [model._meta.db_table, many])
        return [number for (number,) in cursor.fetchall()]


def write(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence]) -> None:
    """Store the rows by COPY, in binary form, JSON from text; what the columns leave out is the database's to set."""
    quote = connection.ops.quote_name
    listed = ", ".join(quote(name) for name in columns)
    copy_in = f"COPY {quote(model._meta.db_table)} ({listed}) FROM STDIN (FORMAT BINARY)"
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        set_json_dumps(str, cursor)
        with cursor.copy(copy_in) as copy:
            copy.set_types(_types(model, columns))
            for row in rows:
                copy.write_row(row)


def _types(model: type[Model], columns: Sequence[str]) -> list[str]:
    """What the database calls them, without their length."""
    kinds = {field.column: field.db_type(connection) for field in model._meta.concrete_fields}
    return [kinds[name].partition("(")[0] for name in columns]
