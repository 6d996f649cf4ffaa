"""`manage.py evaluate`, on the project's own gold with the real gazetteer."""

import json
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from events.management.commands.evaluate import OWN

from .making import CLAIM, LENGTH, gold_lines, wants, write_lines

pytestmark = pytest.mark.django_db


@pytest.fixture
def evaluate(tmp_path):
    """Run the command; its output, its figures and its page."""

    def run(*arguments, **options):
        out = StringIO()
        page, figures = tmp_path / "page.html", tmp_path / "figures.json"
        call_command("evaluate", *map(str, arguments), html=page, json=figures, stdout=out, **options)
        return out.getvalue(), json.loads(figures.read_text()), page.read_text(encoding="utf-8")

    return run


@pytest.fixture
def names():
    call_command("load_places", verbosity=0, stdout=StringIO())
    call_command("load_sources", verbosity=0, stdout=StringIO())


def test_our_own_gold_is_scored_in_both_languages(evaluate, names):
    out, figures, page = evaluate()

    assert re.search(r"^ +all +ar +en$", out, re.MULTILINE)
    assert re.search(r"^claim \(place and type\)( +\d\.\d\d){9}$", out, re.MULTILINE)
    assert "Misses and false alarms: " in out
    for language in ("ar", "en"):
        part = figures["parts"][language]
        assert part["sentences"] == 20 and part["negatives"]["sentences"] >= 4
        assert part["rows"]["claim"]["f1"] > 0.7, "sentences as plain as these are read"
    assert figures["notes"] == {}
    assert '<section aria-labelledby="ar">' in page and "<script" not in page and "http" not in page.split("<title>")[1]


def test_every_claim_and_negative_is_of_our_own_reports():
    reports = {path.stem for path in (OWN / "reports").glob("*.txt")}
    lines = [json.loads(line) for line in (OWN / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["report"] for line in lines} == reports
    assert {line["claim_type"] for line in lines} >= {"gained", "denial", "aggregate_count", "withdrawal", "none"}
    assert {line["polarity"] for line in lines} >= {"asserted", "denied", "hypothetical"}


def gold_of_one(folder, **more):
    sentence = '<b>"Shaar"'.ljust(LENGTH)
    line = gold_lines([wants("gained", "shaar", **more)])[0] | {"sentence": sentence}
    line["place_mentions"][0] |= {"text": '"Shaar"', "start": 3}
    write_lines(folder / "gold.jsonl", [line])
    return folder


def test_claims_may_come_from_a_file(evaluate, tmp_path):
    claims = write_lines(tmp_path / "claims.jsonl", [CLAIM | {"start": 0, "places": ["shaar"], "actor": "saa"}])
    _, figures, page = evaluate(gold_of_one(tmp_path, actor="kurdish"), claims=claims)

    assert figures["parts"]["all"]["rows"]["claim"] == {
        "precision": 1, "recall": 1, "f1": 1, "right": 1, "wrong": 0, "missed": 0,
    }  # fmt: skip
    assert "&lt;b&gt;<mark>&quot;Shaar&quot;</mark>" in page, "words stay words"
    assert '<blockquote dir="auto" lang="en">' in page
    assert "<bdi>kurdish</bdi> → <bdi>saa</bdi>" in page


def test_a_miss_and_a_false_alarm_are_told(evaluate, tmp_path):
    claims = write_lines(tmp_path / "claims.jsonl", [CLAIM | {"start": 0, "places": ["midan"], "kind": "hold"}])
    _, _, page = evaluate(gold_of_one(tmp_path), claims=claims)
    assert re.search(r'class="missed">Missed.*<bdi>gained</bdi> · <bdi>shaar</bdi>', page)
    assert re.search(r'class="false">False alarm.*<bdi>hold</bdi> · <bdi>midan</bdi>', page)


def test_a_list_of_places_beside_the_gold_is_used_and_told(evaluate, names, tmp_path):
    text = "The army captured Nowhere."
    line = gold_lines([wants("gained", "x-nowhere")])[0] | {"sentence": text, "end": len(text)}
    write_lines(tmp_path / "gold.jsonl", [line])
    (tmp_path / "r.txt").write_text(text)
    places = tmp_path / "extra_places.csv"
    places.write_text("slug,name_ar,name_en\nx-nowhere,لا مكان,Nowhere\n", encoding="utf-8")
    out, figures, _ = evaluate(tmp_path)

    assert f"Read with the places of {places}" in out
    assert figures["parts"]["all"]["rows"]["all places"]["right"] == 1
    places.write_text("slug\n")
    with pytest.raises(CommandError, match=r"extra_places\.csv: the columns name_ar, name_en are missing"):
        evaluate(tmp_path)


def test_what_is_missing_is_said(evaluate, tmp_path):
    with pytest.raises(CommandError, match=r"nowhere: No such file or directory\. Check the path"):
        evaluate(tmp_path / "nowhere")
    with pytest.raises(CommandError, match=r"r\.txt: there is no such file\. Put the report's text there"):
        evaluate(gold_of_one(tmp_path))
    with pytest.raises(CommandError, match=r"claims\.jsonl: No such file or directory"):
        evaluate(gold_of_one(tmp_path), claims=tmp_path / "claims.jsonl")
    with pytest.raises(CommandError, match="Name a file that can be written"):
        call_command("evaluate", str(tmp_path), claims=write_lines(tmp_path / "c", []), html=tmp_path)
