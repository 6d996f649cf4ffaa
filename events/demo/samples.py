"""The sample reports: into the inbox, and, once read, reviewed as the decisions file says."""

from collections import Counter
from datetime import datetime
from pathlib import Path

from django.db import transaction

from events import review
from events.ingestion import inbox
from events.ingestion.article import Article
from events.models import Claim, Report, Translation
from events.tasks import ring
from events.translating import translate
from gazetteer.tables import rows

FOLDER = Path(__file__).resolve().parent
REVIEWED = "Demo: sample reports reviewed"


@transaction.atomic
def send_in() -> list[int]:
    """Store the samples in the inbox and ring for a worker; the ids of all of them, new or not."""
    stored = [inbox.store(_article(row)) for _, row in rows("reports.csv", FOLDER)]
    if any(is_new for _, is_new in stored):
        ring()
    return [report.pk for report, _ in stored]


def _article(row: dict[str, str]) -> Article:
    return Article(
        body=(FOLDER / "reports" / row["file"]).read_bytes(),
        name=row["file"],
        publisher=row["publisher"],
        published_at=datetime.fromisoformat(row["published_at"]),
        title=row["title"],
        is_sample=True,
    )


def review_all(report_ids: list[int], *, by) -> Counter:
    """Decide the pending claims of these reports as the decisions file says; how many of each decision."""
    decisions = [row for _, row in rows("decisions.csv", FOLDER)]
    pending = Claim.objects.pending().filter(report__in=report_ids).select_related("report", "place").order_by("pk")
    chosen = [(claim, _decision(claim, claim.report, decisions)) for claim in pending]
    accepted = [
        claim for claim, row in chosen if row["decision"] == "accept" and (claim.place_id or not claim.candidates)
    ]
    review.accept_all(accepted, by=by, note=REVIEWED)
    rejected = [(claim, row) for claim, row in chosen if row["decision"] == "reject"]
    for claim, row in rejected:
        review.reject(claim, by=by, note=row["reason"])
    left = len(chosen) - len(accepted) - len(rejected)
    return Counter(accepted=len(accepted), rejected=len(rejected), pending=left)


def _decision(claim: Claim, report: Report, decisions: list[dict[str, str]]) -> dict[str, str]:
    """The last row that fits the claim; without one it is left for an editor."""
    place = claim.place.slug if claim.place else ""
    fits = [
        row
        for row in decisions
        if row["report"] == report.name
        and row["place"] in ("*", place)
        and row["kind"] in ("*", claim.kind)
        and row["stance"] in ("*", claim.stance)
    ]
    return fits[-1] if fits else {"decision": "leave", "reason": ""}


@transaction.atomic
def translate_all(report_ids: list[int], *, by) -> int:
    """Put the translations that come with the samples beside their passages; none once there are any."""
    if Translation.objects.filter(report__in=report_ids).exists():
        return 0
    words = {(row["report"], row["quote"]): row["translation"] for _, row in rows("translations.csv", FOLDER)}
    claims = Claim.objects.filter(report__in=report_ids).select_related("report").order_by("pk")
    quoted = {(claim.report.name, claim.quote): claim for claim in claims}
    found = {claim: words[quote] for quote, claim in quoted.items() if quote in words}
    for claim, text in found.items():
        translate(claim, text, by=by)
    return len(found)
