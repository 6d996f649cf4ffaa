"""Two entries of the gazetteer that are one place, made one."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Ambiguity, Boundary, Identifier, Membership, Place, PlaceName, Redirect


class CannotMerge(ValueError):
    """The two cannot be one place; the message says why."""


@transaction.atomic
def merge(source: Place, into: Place) -> Redirect:
    """Give `into` everything that `source` has, and let the old slug lead there; the row stays for old records."""
    _check(source, into)
    _move_names(source, into)
    _move_identifiers(source, into)
    _move_memberships(source, into)
    _move_landmarks(source, into)
    _move_boundaries(source, into)
    _move_ambiguities(source, into)
    _move_notes(source, into)
    source.redirects.update(place=into)
    return Redirect.objects.create(slug=source.slug, place=into)


def _check(source: Place, into: Place) -> None:
    """Lock both, in the order of their ids; CannotMerge when they are one, gone, or of a different nature."""
    if source.pk == into.pk:
        raise CannotMerge(_("Choose two different places."))
    locked = Place.objects.filter(pk__in=[source.pk, into.pk]).order_by("pk").select_for_update(of=["self"])
    if len(locked) != 2:
        raise CannotMerge(_("One of the two has been merged already. Reload the list."))
    if (source.kind == Place.Kind.REGION) != (into.kind == Place.Kind.REGION):
        raise CannotMerge(_("A region cannot become one with a place that is none: what is said of it holds for many."))


def _move_names(source: Place, into: Place) -> None:
    """Names that `into` lacks; what was preferred stays so only in a language in which `into` prefers none.

    The record of earlier revisions still calls the old place what it was called.
    """
    called = {name.language: name.text for name in source.names.all() if name.kind == PlaceName.Kind.PREFERRED}
    Place.objects.filter(pk=source.pk).update(called=called)
    known = set(into.names.values_list("text", "language"))
    preferred = set(into.names.filter(kind=PlaceName.Kind.PREFERRED).values_list("language", flat=True))
    for name in source.names.all():
        if (name.text, name.language) in known:
            name.delete()
            continue
        if name.kind == PlaceName.Kind.PREFERRED and name.language in preferred:
            name.kind = PlaceName.Kind.ALIAS
        name.place = into
        name.save(update_fields=["place", "kind"])


def _move_identifiers(source: Place, into: Place) -> None:
    for authority, value in into.identifiers.values_list("authority", "value"):
        source.identifiers.filter(authority=authority, value=value).delete()
    Identifier.objects.filter(place=source).update(place=into)


def _move_memberships(source: Place, into: Place) -> None:
    """In both directions; a region is no member of itself, and has a member once."""
    Membership.objects.filter(region__in=[source, into], member__in=[source, into]).delete()
    Membership.objects.filter(member=source, region__in=into.regions.values("region")).delete()
    Membership.objects.filter(region=source, member__in=into.memberships.values("member")).delete()
    Membership.objects.filter(member=source).update(member=into)
    Membership.objects.filter(region=source).update(region=into)


def _move_landmarks(source: Place, into: Place) -> None:
    if into.within_id == source.pk:
        Place.objects.filter(pk=into.pk).update(within=source.within if source.within_id != into.pk else None)
    elif into.within_id is None and source.within_id != into.pk:
        Place.objects.filter(pk=into.pk).update(within=source.within)
    Place.objects.filter(within=source).exclude(pk=into.pk).update(within=into)


def _move_boundaries(source: Place, into: Place) -> None:
    """Shapes in use only where `into` has none; otherwise they are kept beside its own, retired.

    What moves is a copy: the record of earlier revisions still draws the old place with the shapes it had.
    """
    copies = list(source.boundaries.all())
    now = timezone.now()
    source.boundaries.live().update(retired_at=now)
    has_shape = into.boundaries.live().exists()
    for copy in copies:
        copy.pk, copy.place, copy.added_at = None, into, now
        copy.retired_at = (copy.retired_at or now) if has_shape else copy.retired_at
    Boundary.objects.bulk_create(copies)


def _move_ambiguities(source: Place, into: Place) -> None:
    """A name that could mean either of the two, and nothing else, is ambiguous no longer."""
    for ambiguity in Ambiguity.objects.filter(places=source):
        ambiguity.places.remove(source)
        ambiguity.places.add(into)
        if ambiguity.places.count() == 1:
            ambiguity.delete()


def _move_notes(source: Place, into: Place) -> None:
    if source.notes and source.notes not in into.notes:
        into.notes = "\n".join(filter(None, [into.notes, source.notes]))
        Place.objects.filter(pk=into.pk).update(notes=into.notes)
