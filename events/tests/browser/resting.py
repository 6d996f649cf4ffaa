"""Where things lie once they have come to rest, for a pointer that shall meet them."""

from playwright.sync_api import Locator


def box_at_rest(locator: Locator) -> dict:
    """The box of what the locator finds, which lies in the same place for two frames."""
    locator.element_handle().wait_for_element_state("stable")
    return locator.bounding_box()
