"""Static files under names that hold a hash of what is in them, compressed, and kept by browsers for good."""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath, relpath

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'@import url\("([^"]+)"\);')
LINK = re.compile(r"""url\(["']?(?!data:|#)([^"')]+)["']?\)""")
Found = Mapping[str, tuple[Storage, str]]  # by name: the storage that has the file, and its path there


class HashedFiles(CompressedManifestStaticFilesStorage):
    """
    Modules import each other by these names too, so that a browser fetches each once and never an older one. A style
    sheet that imports others is stored as one file with them, for a page waits for each.
    """

    support_js_module_import_aggregation = True
    max_post_process_passes = 12  # a pass for each link of the longest chain of imports

    def post_process(self, paths: Found, dry_run: bool = False, **options: object) -> Iterator:
        joined = InMemoryStorage()
        for name in paths:
            if name.endswith(".css") and IMPORT.search(_text(name, paths)):
                joined.save(name, ContentFile(joined_sheet(name, paths)))
        there = {name: (joined, name) if joined.exists(name) else found for name, found in paths.items()}
        yield from super().post_process(there, dry_run, **options)


def joined_sheet(name: str, paths: Found) -> str:
    """The style sheet with those that it imports in their places, and their links as they read from where it lies."""

    def sheet(imported: re.Match) -> str:
        other = _beside(name, imported[1])
        return LINK.sub(lambda link: f'url("{relpath(_beside(other, link[1]), dirname(name))}")', _text(other, paths))

    return IMPORT.sub(sheet, _text(name, paths))


def _beside(name: str, link: str) -> str:
    return normpath(join(dirname(name), link))


def _text(name: str, paths: Found) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
