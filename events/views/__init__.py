"""The pages, a subject a module: check what was asked, ask, and give the answer to a template."""

from .changed import changed_page
from .perspectives import compare_page
from .pictures import map_gif, map_png, map_svg
from .places import place_list, place_page
from .record import counts_page, data_page, embed_page, map_page, method_page
from .reports import report_list, report_page
from .sources import source_list, source_page
from .still import map_still
from .table import table_csv, table_page
from .table_of_changes import changes_csv, changes_page

__all__ = [
    "changed_page", "changes_csv", "changes_page", "compare_page", "counts_page", "data_page", "embed_page",
    "map_gif", "map_page", "map_png", "map_still", "map_svg", "method_page", "place_list", "place_page",
    "report_list", "report_page", "source_list", "source_page", "table_csv", "table_page",
]  # fmt: skip
