"""Run the benchmarks and print their figures."""

import json
import pkgutil
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import module_has_submodule

from gazetteer.benchmarks import Row


def _known() -> dict[str, Callable[[], list[Row]]]:
    """The benchmarks of all apps, by name: modules of a package `benchmarks` that have a function `run`."""
    found = {}
    for app in apps.get_app_configs():
        if module_has_submodule(app.module, "benchmarks"):
            package = import_module(f"{app.name}.benchmarks")
            for module in pkgutil.iter_modules(package.__path__):
                run = getattr(import_module(f"{package.__name__}.{module.name}"), "run", None)
                found |= {module.name: run} if run else {}
    return dict(sorted(found.items()))


KNOWN = _known()


class Command(BaseCommand):
    help = "Measure, as ratios; fails when a figure misses what is required of it."

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(KNOWN)}; none: all")
        parser.add_argument("--json", action="store_true", help="print JSON in place of a table")

    def handle(self, *, names, **options):
        unknown = set(names) - KNOWN.keys()
        if unknown:
            raise CommandError(f"No benchmark is named {', '.join(sorted(unknown))}. There are: {', '.join(KNOWN)}.")
        rows = {name: KNOWN[name]() for name in names or KNOWN}
        if options["json"]:
            told = {name: [asdict(row) | {"is_kept": row.is_kept} for row in rows[name]] for name in rows}
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            for name in rows:
                self._table(name, rows[name])
        if not all(row.is_kept for name in rows for row in rows[name]):
            sys.exit(1)

    def _table(self, name: str, rows: list[Row]) -> None:
        self.stdout.write(f"{name}\n" + "-" * len(name))
        for row in rows:
            self.stdout.write(f"{row.what:52}{row.value:9.2f} {row.unit:6}{row.required:8}{row.verdict}".rstrip())
