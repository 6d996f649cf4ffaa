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
def preload_modules(path: str) -> str:
    """A link for each module that the one at this path needs."""
    links = ((static(name),) for name in modules_of(path))
    return format_html_join("\n  ", '<link rel="modulepreload" href="{}">', links)


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
