"""The script modules of a page, named at its head, so that a browser fetches them all at once."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import PurePosixPath

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html_join

register = template.Library()
IMPORT = re.compile(r'from "\./([\w-]+\.js)"')


@register.simple_tag
def preload_modules(path: str) -> str:
    """A link for each module that the one at this path needs."""
    return _links('<link rel="modulepreload" href="{}">', modules_of(path))


@register.simple_tag
def preload_modules_later(path: str, after: str) -> str:
    """The same for a module that is imported once the one at `after` has done its work: it gives way to all else."""
    first = modules_of(after)
    wanted = (name for name in modules_of(path) if name not in first)
    return _links('<link rel="modulepreload" fetchpriority="low" href="{}">', wanted)


def _links(link: str, names: Iterable[str]) -> str:
    return format_html_join("\n  ", link, ((static(name),) for name in names))


@cache
def modules_of(path: str) -> tuple[str, ...]:
    """The module and all that it imports, each once."""
    found, waiting = [], [path]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.append(module)
            with open(finders.find(module), encoding="utf-8") as file:
                waiting += [str(PurePosixPath(module).with_name(name)) for name in IMPORT.findall(file.read())]
    return tuple(found)
