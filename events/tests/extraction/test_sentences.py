"""Where sentences begin and end, and what is none."""

from events.extraction.sentences import sentences


def test_line_ends_do_not_move_the_quotes(read):
    text = "عنوان\r\n\r\nسيطر الجيش السوري على حي الشعار.\r\n"
    (claim,) = read(text)
    assert text[claim.start : claim.end] == claim.quote == "سيطر الجيش السوري على حي الشعار."


def test_bylines_and_links_to_other_stories_are_no_sentences():
    text = "المصدر: وكالات\nاقرأ أيضا: سيطر الجيش على حي الشعار\nRead also: Army captures Sakhour\nدخل الجيش الحي."
    assert [text[start:end] for start, end in sentences(text)] == ["دخل الجيش الحي."]
