"""The statements about a place around an event, for whoever decides which of them belong together."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from events.models import Claim, ControlEvent, Evidence
from gazetteer.joining import joined

AROUND = timedelta(days=30)
MOST = 60


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim or an entry that counts: who says what, of which time, in which words."""

    key: str
    speaker: str
    said: Claim | ControlEvent

    @property
    def words(self) -> str:
        return self.said.quote if isinstance(self.said, Claim) else self.said.note

    @property
    def url(self) -> str | None:
        return self.said.get_absolute_url() if isinstance(self.said, Claim) else None

    @property
    def start(self) -> datetime:
        return self.said.event_start

    def __str__(self) -> str:
        return joined(self.speaker, self.said.get_kind_display(), self.said.get_stance_display())


def statements_near(event: ControlEvent) -> list[Statement]:
    """What speaks to the event and to the derived ones of its place a month around it, each once, oldest first."""
    near = ControlEvent.objects.live().derived().filter(
        place=event.place_id, event_start__lt=event.event_end + AROUND, event_end__gt=event.event_start - AROUND
    )  # fmt: skip
    spoken = Evidence.objects.filter(event__in=near, same_text_as=None).select_related(
        "claim__source", "claim__report__publisher", "entry__source"
    )
    found = {item.key: item for item in spoken.defer("claim__report__text", "claim__report__body")}
    statements = [Statement(key, _speaker(item), item.claim or item.entry) for key, item in found.items()]
    statements.sort(key=lambda one: (abs(one.start - event.event_start), one.key))
    return sorted(statements[:MOST], key=lambda one: (one.start, one.key))


def _speaker(item: Evidence) -> str:
    if item.entry:
        return item.entry.source.name if item.entry.source else _("An editor")
    speaker = item.claim.source or item.claim.report.publisher
    return speaker.name if speaker else item.claim.source_text
