"""English: Django's own, but for what is written into forms."""

from tracker.formats import iso

DATE_INPUT_FORMATS = iso.DATE_INPUT_FORMATS
TIME_INPUT_FORMATS = iso.TIME_INPUT_FORMATS
DATETIME_INPUT_FORMATS = iso.DATETIME_INPUT_FORMATS
