"""The script modules of a page, named at its head, so that a browser fetches them all at once."""

import re
from functools import cache
from pathlib import PurePosixPath

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html_join

register = template.Library()
IMPORT = re.compile(r'from "\./([\w-]+\.js)"')


@register.simple_tag
@cache
def preload_modules(*paths: str, after: str | None = None) -> str:
    """A link for each module that those at these paths need, but for what the one at `after` has fetched by then."""
    known = modules_of(after) if after else ()
    wanted = dict.fromkeys(name for path in paths for name in modules_of(path) if name not in known)
    return format_html_join("\n  ", '<link rel="modulepreload" href="{}">', ((static(name),) for name in wanted))


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
