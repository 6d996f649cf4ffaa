"""The inbox: stored once, taken in batches, and what cannot be read says why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from events.ingestion import inbox
from events.ingestion.article import Article, Unreadable, headline_of, language_of, text_of
from events.models import Report
from events.tests import factories

pytestmark = pytest.mark.django_db

UNREADABLE = [
    ("empty", b"", "is empty"),
    ("only white space", b" \n\t ", "is empty"),
    ("not UTF-8", "حلب".encode("cp1256"), "not UTF-8: byte 1"),
    ("NUL", b"Aleppo\x00", "NUL"),
    ("50 MB", b"x" * 50_000_000, "50,000,000 bytes; the limit is 5,242,880"),
]


@pytest.mark.parametrize(("what", "body", "reason"), UNREADABLE, ids=[case[0] for case in UNREADABLE])
def test_what_cannot_be_read_is_kept_as_failed_with_its_reason(what, body, reason):
    report, is_new = inbox.store(Article(body, name="report.txt"))

    assert is_new
    assert report.state == Report.State.FAILED
    assert reason in report.error
    assert len(bytes(report.body)) <= 5_242_880


def test_a_report_is_stored_once_a_publisher():
    factories.source("afp", "independent")
    article = Article("حلب".encode())

    first, is_new = inbox.store(article)
    again, is_new_again = inbox.store(article)
    elsewhere, is_new_elsewhere = inbox.store(Article(article.body, publisher="afp"))

    assert (is_new, is_new_again, is_new_elsewhere) == (True, False, True)
    assert first == again != elsewhere


def test_an_unknown_publisher_is_named():
    with pytest.raises(inbox.UnknownPublisher, match="nobody"):
        inbox.store(Article(b"Aleppo", publisher="nobody"))


def test_a_batch_is_leased_and_counted_before_any_work():
    for number in range(3):
        inbox.store(Article(f"report {number}".encode()))

    taken = inbox.take(2)

    assert len(taken) == 2
    assert set(Report.objects.filter(pk__in=taken).values_list("state", "tries")) == {("reading", 1)}
    assert len(inbox.take(2)) == 1, "what is leased is not taken again"


def test_what_was_tried_before_is_taken_alone():
    for number in range(3):
        inbox.store(Article(f"report {number}".encode()))
    inbox.take(3)
    Report.objects.update(leased_until=timezone.now() - timedelta(seconds=1))

    assert [len(inbox.take(3)) for _ in range(4)] == [1, 1, 1, 0]


def test_after_five_tries_it_is_set_aside_and_an_editor_can_send_it_back():
    report, _ = inbox.store(Article(b"report"))
    Report.objects.update(tries=5)

    assert inbox.take(10) == []
    report.refresh_from_db()
    assert report.state == "failed"
    assert "after 5 tries" in report.error

    assert inbox.send_back(Report.objects.all()) == 1
    assert inbox.take(10) == [report.pk]


def test_reports_given_back_have_not_used_up_a_try():
    report, _ = inbox.store(Article(b"report"))
    inbox.give_back(inbox.take(1))

    report.refresh_from_db()
    assert (report.state, report.tries) == ("waiting", 0)


@pytest.mark.parametrize(
    ("text", "language"), [("سيطر الجيش على حي الشعار (SANA)", "ar"), ("Army took الشعار", "en"), ("7", "en")]
)
def test_language(text, language):
    assert language_of(text) == language


def test_the_text_is_kept_character_for_character():
    assert text_of("\ufeffسطر\r\nثان".encode(), max_bytes=100) == "سطر\r\nثان"
    with pytest.raises(Unreadable):
        text_of(b"\xff", max_bytes=100)


def test_a_headline_is_cut_at_a_word():
    assert headline_of("\n\n  Aleppo news  \nmore") == "Aleppo news"
    assert headline_of("word " * 60).endswith("word…")
