"""What the project's lists last said is remembered, so that loading them again changes what they changed, no more."""

from gazetteer.models import Listed


def said(subject: str) -> dict:
    """What the list last said of each of its rows, by slug; empty before it was first loaded."""
    return dict(Listed.objects.filter(subject=subject).values_list("key", "said"))


def remember(subject: str, now: dict) -> None:
    """Keep what the list says now."""
    before = said(subject)
    rows = [Listed(subject=subject, key=key, said=row) for key, row in now.items() if before.get(key) != row]
    Listed.objects.bulk_create(rows, update_conflicts=True, unique_fields=["subject", "key"], update_fields=["said"])


def changed(now: dict, before: dict, stored: dict) -> set[str]:
    """The fields that the list has changed, where the row still says what the list said before."""
    return {name for name, value in now.items() if name in before and stored[name] == before[name] != value}


def differing(now: dict, stored: dict) -> int:
    """How many fields stand otherwise than the list says."""
    return sum(stored[name] != value for name, value in now.items())
