"""The vendored files are the ones that their list names."""

import hashlib
import json
from pathlib import Path

import pytest
from django.conf import settings

FOLDERS = ["tracker/static/tracker/fonts", "events/pictures/fonts"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_fonts_are_the_published_ones_with_their_licence(folder):
    fonts = Path(settings.BASE_DIR) / folder
    for package in json.loads((fonts / "vendor.json").read_text()):
        assert (fonts / package["licence_file"]).exists()
        for entry in package["files"]:
            assert hashlib.sha256((fonts / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]
