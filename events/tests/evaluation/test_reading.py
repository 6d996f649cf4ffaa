"""Gold and claims read from files; what is wrong names the file, the line and what to do."""

import json

import pytest

from events.evaluation.claimed import read_claims
from events.evaluation.folder import read_folder
from events.evaluation.records import BadInput

from .making import CLAIM, gold_lines, wants, write_lines

GOOD = wants("gained", "shaar")
BAD_GOLD = [
    ({"claim_type": "conquered"}, 'claim_type "conquered" is not one of'),
    ({"lang": "fr"}, 'lang "fr" is not one of ar, en'),
    ({"start": -1}, "start -1 is not a whole number from 0"),
    ({"places": "shaar"}, 'places "shaar" is not a list of texts'),
    ({"background": 1}, "background 1 is not true or false"),
    ({"count": "many"}, 'count "many" is not a number or null'),
    ({"event_date": "2016-13"}, 'event_date "2016-13" is no date. Write 2016, 2016-12 or 2016-12-07.'),
    ({"place_mentions": [{"text": "x", "start": 0, "slug": None}]}, "place_mentions 1: the field “role” is missing"),
    ({"report_date": "yesterday"}, 'report_date "yesterday" is no day. Write ISO 8601'),
]


@pytest.mark.parametrize(("field", "message"), BAD_GOLD, ids=[message for _, message in BAD_GOLD])
def test_a_bad_field_of_the_gold(tmp_path, field, message):
    path = write_lines(tmp_path / "gold.jsonl", gold_lines([], [GOOD | field]))
    with pytest.raises(BadInput) as error:
        read_folder(tmp_path)
    assert f"{path}, line 2" in str(error.value) and message in str(error.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"{", "line 1: not JSON"),
        (b"[]", "line 1: not an object but []"),
        (b'{"count": NaN}', "line 1: not JSON (NaN is no number)"),
        (b"\xe9", "not UTF-8: byte 1 cannot be read. Save it as UTF-8."),
        (b"\n", "holds no annotated sentence"),
        (b"{}", "the field “place_mentions” is missing. Add it; null stands for nothing."),
    ],
)
def test_a_file_that_is_no_gold(tmp_path, text, message):
    (tmp_path / "gold.jsonl").write_bytes(text)
    with pytest.raises(BadInput) as error:
        read_folder(tmp_path)
    assert message in str(error.value) and "gold.jsonl" in str(error.value)


def test_a_folder_without_gold(tmp_path):
    with pytest.raises(BadInput, match=r"gold\.jsonl: No such file or directory\. Check the path"):
        read_folder(tmp_path)


def test_a_number_used_for_two_sentences(tmp_path):
    lines = gold_lines([GOOD], [])
    lines[1]["sid"] = 1
    write_lines(tmp_path / "gold.jsonl", lines)
    with pytest.raises(BadInput, match="line 2: sid 1 was given to another text above"):
        read_folder(tmp_path)


def test_a_sentence_that_stands_elsewhere(tmp_path):
    write_lines(tmp_path / "gold.jsonl", gold_lines([GOOD]))
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "r.txt").write_text("something else")
    with pytest.raises(BadInput, match=r"line 1: the sentence is not characters 0 to 10 of .*r\.txt\. Correct start"):
        read_folder(tmp_path)


def test_a_report_without_a_day(tmp_path):
    write_lines(tmp_path / "gold.jsonl", gold_lines([GOOD]))
    write_lines(tmp_path / "reports.jsonl", [{"id": "another", "published_at": None}])
    with pytest.raises(BadInput, match=r"line 1: “r” is not in .*reports\.jsonl\. Add a line"):
        read_folder(tmp_path)


def test_days_come_from_the_list_or_else_from_the_gold(tmp_path):
    write_lines(tmp_path / "gold.jsonl", gold_lines([GOOD]))
    assert read_folder(tmp_path).reports["r"].published_at.day == 7
    write_lines(tmp_path / "reports.jsonl", [{"id": "r", "published_at": None}])
    assert read_folder(tmp_path).reports["r"].published_at is None


def test_a_single_file_reads_the_reports_beside_it(tmp_path):
    lines = [line for line in gold_lines([GOOD])]
    for line in lines:
        del line["tier"]
    path = write_lines(tmp_path / "mine.jsonl", lines)
    (tmp_path / "r.txt").write_text("x" * 10)
    folder = read_folder(path)
    assert folder.reports["r"].text == "x" * 10 and folder.gold.sentences[0].tier is None


def test_further_places_may_lie_in_the_folder_or_above(tmp_path):
    folder = tmp_path / "dev"
    folder.mkdir()
    write_lines(folder / "gold.jsonl", gold_lines([GOOD]))
    assert read_folder(folder).further_places is None
    (tmp_path / "extra_places.csv").touch()
    assert read_folder(folder).further_places.parent == tmp_path
    (folder / "extra_places.csv").touch()
    assert read_folder(folder).further_places.parent == folder


def test_a_bad_claim_names_its_line(tmp_path):
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(json.dumps(CLAIM | change) for change in ({"start": 0}, {"start": 0, "kind": "party"})))
    with pytest.raises(BadInput, match=r'claims\.jsonl, line 2: kind "party" is not one of'):
        list(read_claims(path))
    write_lines(path, [CLAIM | {"start": 0, "event_start": "noon", "event_end": None}])
    with pytest.raises(BadInput, match="is no moment"):
        list(read_claims(path))
