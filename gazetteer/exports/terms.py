"""On what terms the gazetteer is given away. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """What stands in every file: licence, citation, and the address under which places have their pages."""

    licence: str
    citation: str
    site: str = ""  # without one, addresses are relative to where the file was fetched

    def address(self, slug: str) -> str:
        return f"{self.site.rstrip('/')}/places/{slug}/"
