"""A style sheet that imports others is stored as one file with them."""

from posixpath import dirname, join, normpath

from django.contrib.staticfiles.finders import get_finders

from tracker.static_files import IMPORT, LINK, joined_sheet

NAME = "events/css/map_page.css"


def found() -> dict:
    return {path: (storage, path) for finder in get_finders() for path, storage in finder.list([])}


def text(name: str) -> str:
    storage, path = found()[name]
    with storage.open(path) as file:
        return file.read().decode()


def test_the_sheets_stand_in_the_order_in_which_they_are_imported():
    sheet, names = joined_sheet(NAME, found()), IMPORT.findall(text(NAME))
    assert not IMPORT.search(sheet)
    ends = [text(normpath(join(dirname(NAME), name)))[-200:] for name in names]
    places = [sheet.index(end) for end in ends]
    assert len(names) > 8
    assert places == sorted(places)


def test_links_lead_to_what_they_led_to_before():
    there = found()
    links = [normpath(join(dirname(NAME), link)) for link in LINK.findall(joined_sheet(NAME, there))]
    sheets = [normpath(join(dirname(NAME), name)) for name in IMPORT.findall(text(NAME))]
    before = [normpath(join(dirname(sheet), link)) for sheet in sheets for link in LINK.findall(text(sheet))]
    assert "leaflet/images/layers.png" in before, "of a link without quotes"
    assert "tracker/fonts/noto-sans-latin-400-normal.woff2" in before, "of one with them"
    assert links == before
    assert set(links) <= set(there)
