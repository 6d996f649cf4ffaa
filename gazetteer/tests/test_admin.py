"""The gazetteer on the desk: points typed or clicked, shapes in versions, and what nobody changes."""

import json
from datetime import date

import pytest
from django.contrib.auth.models import Permission, User
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Point, Polygon
from django.urls import reverse

from gazetteer.models import Boundary, Place, PlaceName, Redirect

pytestmark = pytest.mark.django_db
SQUARE = MultiPolygon(Polygon.from_bbox((37.15, 36.2, 37.17, 36.22)), srid=4326)
LARGER = {"type": "MultiPolygon", "coordinates": [[[[37.15, 36.2], [37.18, 36.2], [37.18, 36.22], [37.15, 36.2]]]]}
BOW_TIE = {"type": "MultiPolygon", "coordinates": [[[[37.15, 36.2], [37.18, 36.2], [37.15, 36.22], [37.18, 36.22], [37.15, 36.2]]]]}  # fmt: skip # noqa: E501


@pytest.fixture
def editor(client):
    user = User.objects.create_user("editor", is_staff=True)
    may = Permission.objects.filter(content_type__app_label="gazetteer").exclude(codename__startswith="delete_")
    user.user_permissions.set(may)
    client.force_login(user)
    return user


@pytest.fixture
def shaar():
    place = Place.objects.create(slug="shaar", kind="neighbourhood", position=Point(37.16, 36.21, srid=4326))
    for language, text in (("ar", "الشعار"), ("en", "Shaar")):
        PlaceName.objects.create(place=place, text=text, language=language, kind="preferred")
    return place


@pytest.fixture
def built(shaar):
    return Boundary.objects.create(place=shaar, shape=SQUARE, method="built", precision_m=300)


def posted(client, place: Place, **changes) -> dict:
    """The change form as a browser sends it, with changes by the name of the field."""
    page = client.get(reverse("admin:gazetteer_place_change", args=[place.pk]))
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    fields = {}
    for form in forms:
        for field in form:
            value = field.value()
            shown = value.geojson if isinstance(value, GEOSGeometry) else value
            fields[field.html_name] = "" if shown is None or shown is False else str(shown)
    return {**fields, **changes}


def save(client, place: Place, **changes):
    return client.post(reverse("admin:gazetteer_place_change", args=[place.pk]), posted(client, place, **changes))


def errors(page) -> str:
    shown = [page.context["adminform"].form.errors]
    shown += [form.errors for inline in page.context["inline_admin_formsets"] for form in inline.formset.forms]
    return json.dumps([found.get_json_data() for found in shown])


def test_a_form_sent_back_unchanged_changes_nothing(client, editor, built):
    assert save(client, built.place).status_code == 302

    assert list(Boundary.objects.values_list("pk", "retired_at", "method")) == [(built.pk, None, "built")]


def test_a_changed_shape_is_a_new_version_drawn_by_an_editor(client, editor, built):
    answer = save(client, built.place, **{"boundaries-0-shape": json.dumps(LARGER)})

    assert answer.status_code == 302
    built.refresh_from_db()
    assert built.retired_at is not None
    assert built.shape.equals(SQUARE)
    now = built.place.boundaries.current().get()
    assert (now.method, now.precision_m) == ("drawn", 300)
    assert now.shape.num_points == 4


def test_a_first_shape_is_drawn_on_the_empty_map(client, editor, shaar):
    save(client, shaar, **{"boundaries-0-shape": json.dumps(LARGER), "boundaries-0-source": "Fieldwork"})

    drawn = shaar.boundaries.get()
    assert (drawn.method, drawn.source) == ("drawn", "Fieldwork")


def test_a_shape_for_some_days_leaves_the_older_one_the_rest(client, editor, built):
    days = {"boundaries-1-valid_from": "2015-01-01", "boundaries-1-valid_until": ""}
    save(client, built.place, **{"boundaries-1-shape": json.dumps(LARGER), **days})

    live = built.place.boundaries.live().values_list("method", "valid_from", "valid_until")
    assert set(live) == {("built", None, date(2015, 1, 1)), ("drawn", date(2015, 1, 1), None)}


def test_other_days_alone_are_a_version_too_but_nobody_drew_it(client, editor, built):
    save(client, built.place, **{"boundaries-0-valid_until": "2017-01-01"})

    assert list(built.place.boundaries.live().values_list("method", "valid_until")) == [("built", date(2017, 1, 1))]
    assert built.place.boundaries.count() == 2


def test_a_source_is_set_right_where_it_stands(client, editor, built):
    save(client, built.place, **{"boundaries-0-licence": "CC0"})

    assert list(Boundary.objects.values_list("pk", "licence", "retired_at")) == [(built.pk, "CC0", None)]


def test_an_outline_that_crosses_itself_is_refused(client, editor, built):
    page = save(client, built.place, **{"boundaries-0-shape": json.dumps(BOW_TIE)})

    assert "crosses itself" in errors(page)
    assert Boundary.objects.get().retired_at is None


NOWHERE = [
    ("off the map", "lies off the map", [[[[1000, 2000], [1001, 2000], [1001, 2001], [1000, 2000]]]]),
    ("nothing", "This is empty", []),
    ("no rings", "This is empty", [[]]),
    ("heights", "has heights", [[[[37.1, 36.2, 5], [37.2, 36.2, 5], [37.2, 36.3, 5], [37.1, 36.2, 5]]]]),
    ("no numbers", "Invalid geometry value", "x"),
]


@pytest.mark.parametrize(("said", "coordinates"), [row[1:] for row in NOWHERE], ids=[row[0] for row in NOWHERE])
def test_an_outline_that_cannot_be_drawn_is_refused(client, editor, built, said, coordinates):
    drawn = json.dumps({"type": "MultiPolygon", "coordinates": coordinates})
    assert said in errors(save(client, built.place, **{"boundaries-0-shape": drawn}))
    assert Boundary.objects.get().retired_at is None


def test_replaced_versions_are_shown_but_not_changed(client, editor, built):
    save(client, built.place, **{"boundaries-0-shape": json.dumps(LARGER)})
    page = client.get(reverse("admin:gazetteer_place_change", args=[built.place_id]))

    retired = page.context["inline_admin_formsets"][-1]
    assert [form.instance.pk for form in retired.formset.forms] == [built.pk]
    assert not retired.has_change_permission


CLICKED = '{"type": "Point", "coordinates": [37.3, 36.3]}'
POINTS = [
    ("typed", {"lon": "37.2", "lat": "36.25"}, (37.2, 36.25)),
    ("clicked", {"position": CLICKED}, (37.3, 36.3)),
    ("both", {"lon": "37.3", "lat": "36.3", "position": CLICKED}, (37.3, 36.3)),
    ("neither", {}, (37.16, 36.21)),
]


@pytest.mark.parametrize(("changes", "point"), [row[1:] for row in POINTS], ids=[row[0] for row in POINTS])
def test_a_point_is_typed_or_clicked(client, editor, shaar, changes, point):
    assert save(client, shaar, **changes).status_code == 302

    shaar.refresh_from_db()
    assert shaar.position.coords == pytest.approx(point)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"lon": ""}, "Give both"),
        ({"lon": "200"}, "less than or equal to 180"),
        ({"lon": "", "lat": "", "position": ""}, "Give both"),
        ({"position": '{"type": "Point", "coordinates": [397, 36]}'}, "lies off the map"),
        ({"position": '{"type": "Point", "coordinates": [1e400, 36]}'}, "lies off the map"),
        ({"position": '{"type": "Point", "coordinates": [37, 36, 5]}'}, "has heights"),
        ({"position": '{"type": "Point", "coordinates": []}'}, "Invalid geometry value"),
        ({"position": '{"type": "Point", "coordinates": null}'}, "Invalid geometry value"),
    ],
)
def test_a_point_that_is_none_is_refused(client, editor, shaar, changes, said):
    assert said in errors(save(client, shaar, **changes))


def test_a_slug_that_a_merge_left_is_not_given_again(client, editor, shaar):
    Redirect.objects.create(slug="sha-ar", place=shaar)

    page = client.post(reverse("admin:gazetteer_place_add"), {**posted(client, shaar), "slug": "sha-ar"})
    assert "since a merge" in errors(page)


def test_a_place_does_not_lie_within_itself(client, editor, shaar):
    assert "within itself" in errors(save(client, shaar, within=str(shaar.pk)))


def test_a_region_is_no_member_of_itself(client, editor, shaar):
    Place.objects.update(kind="region")
    row = {"memberships-TOTAL_FORMS": "1", "memberships-0-member": str(shaar.pk)}
    assert "no member of itself" in errors(save(client, shaar, **row))


def name(number: int, text: str, language: str, kind: str) -> dict:
    return {
        f"names-{number}-{field}": value
        for field, value in zip(("text", "language", "kind"), (text, language, kind), strict=True)
    }


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (name(2, "ـ", "ar", "alias"), "has letters"),
        (name(2, "Shaar Quarter", "en", "preferred"), "one name is preferred"),
        (name(2, "A", "fr", "preferred") | name(3, "B", "fr", "preferred"), "one name is preferred"),
    ],
)
def test_a_name_that_cannot_be_is_refused(client, editor, shaar, rows, said):
    assert said in errors(save(client, shaar, **{"names-TOTAL_FORMS": "4"}, **rows))
    assert shaar.names.count() == 2


@pytest.mark.parametrize("gives_way", [{"names-2-kind": "alias"}, {"names-2-DELETE": "on"}])
def test_another_name_becomes_the_preferred_one_in_one_act(client, editor, shaar, gives_way):
    """The one that is stored first takes over from one that is stored after it."""
    user_may_delete = Permission.objects.get(codename="delete_placename")
    editor.user_permissions.add(user_may_delete)
    shaar.names.filter(language="en").update(kind="alias")
    PlaceName.objects.create(place=shaar, text="Sha'ar", language="en", kind="preferred")
    assert save(client, shaar, **{"names-1-kind": "preferred"}, **gives_way).status_code == 302
    assert shaar.names.get(language="en", kind="preferred").text == "Shaar"


def test_a_slug_is_given_once(client, editor, shaar):
    assert save(client, shaar, slug="another", notes="Seen").status_code == 302
    assert Place.objects.values_list("slug", "notes").get() == ("shaar", "Seen")
    assert "slug" in client.get(reverse("admin:gazetteer_place_add")).context["adminform"].form.fields


@pytest.mark.parametrize("term", ["الشعّار", "shaar", "SHAAR", "حي الشعار"])
def test_places_are_found_folded(client, editor, shaar, term):
    page = client.get(reverse("admin:gazetteer_place_changelist"), {"q": term})

    assert list(page.context["cl"].result_list) == [shaar]


@pytest.mark.parametrize("name", ["place", "ambiguity", "redirect"])
def test_every_list_opens(client, editor, shaar, name):
    assert client.get(reverse(f"admin:gazetteer_{name}_changelist")).status_code == 200
