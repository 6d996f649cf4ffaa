"""A text whose HTML leftovers are blank: as long as the text itself, so that offsets are the same in both."""

import html
import re

FILLER = "\u2060"  # stands for the rest of an entity: no space, so a span never ends inside one; folding drops it
HIDDEN = "script|style|noscript|template|svg|figcaption|nav|select|button"  # left out with all they hold
BLOCK = (
    "address|article|aside|audio|base|blockquote|body|br|caption|center|dd|div|dl|dt|embed|fieldset|figure|footer|form|"
    "h[1-6]|head|header|hr|html|iframe|img|input|label|li|link|main|meta|object|ol|option|p|param|picture|pre|section|"
    "source|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul|video"
)
INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|"
    "time|tt|u|var|wbr"
)
NAMES = f"{HIDDEN}|{BLOCK}|{INLINE}"
VALUE = r"""\s*=\s*(?:"[^"<>\r\n]{0,400}"|'[^'<>\r\n]{0,400}')"""
ATTRIBUTE = rf"(?<![\w<])(?:href|src|srcset|class|style|alt|title|target|rel|width|height|align|dir|data-[\w-]+){VALUE}"
TAG_END = (
    r"(?:(?=\s*/?>|\s[^<>]{0,60}=|\s[\w\s-]{0,60}>)[^<>]{0,2000}>"
    rf"|\s+(?:{ATTRIBUTE}\s*)*(?:[\w-]+=[\"']?[^\s<>\"']*)?(?=[\r\n]|\Z))"  # the text or its line breaks off in the tag
)
MARK = re.compile(
    rf"""<!--|<!doctype[^<>]*>|<\?xml[^<>]*>
    |</?(?P<tag>{NAMES}){TAG_END}
    |&lt;/?(?P<escaped>{NAMES})(?![\w-])[^<>&\r\n]{{0,300}}&gt;
    |&(?:amp;)*(?P<entity>\#\d{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z]{{2,31}}[0-9]{{0,2}});
    |(?:[\"']\s*)?(?:{ATTRIBUTE}\s*)+/?>?                              # the end of a tag whose beginning is lost
    """,
    re.IGNORECASE | re.VERBOSE,
)
IS_BLOCK = re.compile(BLOCK)
LINE_END = re.compile(r"[\r\n]")
CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in HIDDEN.split("|")} | {"!--": re.compile("-->")}


def blanked(text: str) -> str:
    """The text with each tag, comment and script made blank, and each entity made its character."""
    if not any(sign in text for sign in ("<", "&", '="', "='")):
        return text
    parts, at, unclosed = [], 0, set()
    while mark := MARK.search(text, at):
        end, shown = _shown(text, mark, unclosed)
        parts += text[at : mark.start()], shown
        at = end
    return "".join([*parts, text[at:]])


def _shown(text: str, mark: re.Match, unclosed: set[str]) -> tuple[int, str]:
    """Where what is marked ends, and what is read in its place."""
    if mark["entity"]:
        return mark.end(), _character(mark)
    name = "!--" if mark[0] == "<!--" else (mark["tag"] or mark["escaped"] or "").lower()
    end = mark.end()
    if name in CLOSING and mark[0][:2] != "</":
        end = _closed(text, name, end, unclosed)
    breaks = name in CLOSING or IS_BLOCK.fullmatch(name)
    return end, ("\n" if breaks else " ").ljust(end - mark.start())


def _closed(text: str, name: str, at: int, unclosed: set[str]) -> int:
    """Where a hidden element ends; one that nobody closes ends with its line, so that no prose is lost with it."""
    closing = None if name in unclosed else CLOSING[name].search(text, at)
    if closing:
        return closing.end()
    unclosed.add(name)  # looked for once, or a text full of them would take time without bound
    line_end = LINE_END.search(text, at)
    return line_end.start() if line_end else len(text)


def _character(mark: re.Match) -> str:
    shown = html.unescape(f"&{mark['entity']};")
    if len(shown) != 1:
        return mark[0]  # no entity that anybody knows
    return shown.ljust(len(mark[0]), FILLER) if shown.isprintable() and not shown.isspace() else " " * len(mark[0])
