"""The vendored files are the ones that their list names."""

import hashlib
import json
from pathlib import Path

from django.conf import settings

FONTS = Path(settings.BASE_DIR) / "tracker" / "static" / "tracker" / "fonts"


def test_fonts_are_the_published_ones_with_their_licence():
    for package in json.loads((FONTS / "vendor.json").read_text()):
        assert (FONTS / package["licence_file"]).exists()
        for entry in package["files"]:
            assert hashlib.sha256((FONTS / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]
