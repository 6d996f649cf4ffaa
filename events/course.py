"""The course of the war in rows: who held each place when, and how far the evidence for it reaches."""

from dataclasses import dataclass

TIMELINE = ("place__slug", "start", "holder__slug", "status", "challenger__slug", "is_besieged", "evidence_count")


@dataclass(frozen=True, slots=True)
class Course:
    """By place and time: periods, as columns of TIMELINE, and proofs.

    A proof is a place, the moment from which something supports its state, and until when that was published.
    """

    periods: list[tuple]
    proofs: list[tuple]
