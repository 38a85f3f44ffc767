"""Markup is read as Telegram reads it: the same text, the same entities, the same complaints."""

import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.telegram.autolinks import find_entities
from sandbox.telegram.entities import Entity, to_html, utf16_length, utf16_slice
from sandbox.telegram.errors import ApiError
from sandbox.telegram.html_markup import parse_html
from sandbox.telegram.markdown_legacy import parse_markdown
from sandbox.telegram.markdown_markup import parse_markdown_v2

PIECES = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<a href=",
        '"',
        "'",
        ">",
        "<",
        "/",
        "=",
        "&#",
        "&lt",
        ";",
        "<pre>",
        "<code class=",
        "</pre>",
        "*",
        "_",
        "__",
        "~",
        "||",
        "`",
        "```",
        "[",
        "](",
        ")",
        "!",
        "!",
        "\\",
        "\n",
        "\r",
        ">",
        "x",
        " ",
        "ä",
        "😀",
        "5",
    ]
)
RESERVED = "is reserved and must be escaped with the preceding '\\'"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>x</b>", "x", [Entity("bold", 0, 1)]),
        ("<STRONG>x</strong>", "x", [Entity("bold", 0, 1)]),
        ("<em>x</em>", "x", [Entity("italic", 0, 1)]),
        ("<ins>x</ins>", "x", [Entity("underline", 0, 1)]),
        ("<strike>x</strike>", "x", [Entity("strikethrough", 0, 1)]),
        ("<del>x</del>", "x", [Entity("strikethrough", 0, 1)]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [Entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [Entity("spoiler", 0, 1)]),
        ("<code>x</code>", "x", [Entity("code", 0, 1)]),
        ('<code class="language-py">x</code>', "x", [Entity("code", 0, 1)]),
        ("<pre>x</pre>", "x", [Entity("pre", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [Entity("pre", 0, 1, language="py")]),
        ("<blockquote>x</blockquote>", "x", [Entity("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [Entity("expandable_blockquote", 0, 1)]),
        ('<tg-emoji emoji-id="5">x</tg-emoji>', "x", [Entity("custom_emoji", 0, 1, custom_emoji_id="5")]),
        (
            '<tg-time unix="1700000000" format="t">x</tg-time>',
            "x",
            [Entity("date_time", 0, 1, unix_time=1700000000, date_time_format="t")],
        ),
        ('<a href="https://a.example">x</a>', "x", [Entity("text_link", 0, 1, url="https://a.example/")]),
        ("<a href='https://a.example/?q=1&amp;r=2'>x</a>", "x",
         [Entity("text_link", 0, 1, url="https://a.example/?q=1&r=2")]),
        ('<a href="tg://user?id=7">x</a>', "x", [Entity("text_mention", 0, 1, user_id=7)]),
        ('<a href="nonsense">x</a>', "x", []),
        ("<a>a.example/b</a>", "a.example/b", [Entity("text_link", 0, 11, url="http://a.example/b")]),
        ("<b></b>x", "x", []),
        ("&lt;b&gt; &amp; &quot; &#33; &#x1F600;", '<b> & " ! 😀', []),
        ("&nbsp; &copy & &#0;", "&nbsp; &copy & &#0;", []),
        ("😀<b>x</b>", "😀x", [Entity("bold", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [Entity("bold", 0, 2), Entity("italic", 1, 1)]),
        ("<b>x</>", "x", [Entity("bold", 0, 1)]),
    ],
)  # fmt: skip
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[Entity]) -> None:
    assert (text, entities) == parse_html(source)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<x>y</x>", 'Unsupported start tag "x" at byte offset 0'),
        ("ä<script>", 'Unsupported start tag "script" at byte offset 2'),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("a<b", "Unclosed start tag at byte offset 1"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ('<b "x">y</b>', 'Empty attribute name in the tag "b" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ('<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="5" format="q">y</tg-time>', "Invalid date-time format specified"),
    ],
)
def test_wrong_html_is_refused_where_telegram_refuses_it(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_html(source)

    assert f"Bad Request: can't parse entities: {complaint}" == caught.value.description


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*x*", "x", [Entity("bold", 0, 1)]),
        ("_x_", "x", [Entity("italic", 0, 1)]),
        ("__x__", "x", [Entity("underline", 0, 1)]),
        ("~x~", "x", [Entity("strikethrough", 0, 1)]),
        ("||x||", "x", [Entity("spoiler", 0, 1)]),
        ("`x`", "x", [Entity("code", 0, 1)]),
        ("```py\nx```", "x", [Entity("pre", 0, 1, language="py")]),
        ("```\nx```", "x", [Entity("pre", 0, 1)]),
        ("[x](https://a.example)", "x", [Entity("text_link", 0, 1, url="https://a.example/")]),
        ("[x](https://a.example/\\))", "x", [Entity("text_link", 0, 1, url="https://a.example/)")]),
        ("![x](tg://emoji?id=5)", "x", [Entity("custom_emoji", 0, 1, custom_emoji_id="5")]),
        ("![x](tg://time?unix=5&format=R)", "x",
         [Entity("date_time", 0, 1, unix_time=5, date_time_format="R")]),
        (">a\n>b\nc", "a\nb\nc", [Entity("blockquote", 0, 4)]),
        (">a\n>b||", "a\nb", [Entity("expandable_blockquote", 0, 3)]),
        ("*a _b_*", "a b", [Entity("bold", 0, 3), Entity("italic", 2, 1)]),
        ("\\*x\\.", "*x.", []),
        ("`a.b!`", "a.b!", [Entity("code", 0, 4)]),
    ],
)  # fmt: skip
def test_markdown_v2_becomes_text_and_entities(source: str, text: str, entities: list[Entity]) -> None:
    assert (text, entities) == parse_markdown_v2(source)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [(f"a{character}b", f"Character '{character}' {RESERVED}") for character in "]()>#+-=|{}.!"]
    + [
        ("*x", "Can't find end of Bold entity at byte offset 0"),
        ("ä_x", "Can't find end of Italic entity at byte offset 2"),
        ("*bold _italic\\_*", "Can't find end of Bold entity at byte offset 15"),
        ("[x](y", "Can't find end of a URL at byte offset 4"),
        ("![x]y", "The entity must contain a tg://emoji or tg://time URL"),
        ("![x](https://a.example)", "Invalid tg://emoji or tg://time URL specified"),
    ],
)
def test_wrong_markdown_v2_is_refused_where_telegram_refuses_it(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse_markdown_v2(source)

    assert f"Bad Request: can't parse entities: {complaint}" == caught.value.description


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*x* _y_", "x y", [Entity("bold", 0, 1), Entity("italic", 2, 1)]),
        ("`x`", "x", [Entity("code", 0, 1)]),
        ("```py\nx```", "x", [Entity("pre", 0, 1, language="py")]),
        ("[x](https://a.example)", "x", [Entity("text_link", 0, 1, url="https://a.example/")]),
        ("\\*x", "*x", []),
    ],
)
def test_the_older_markdown_still_works(source: str, text: str, entities: list[Entity]) -> None:
    assert (text, entities) == parse_markdown(source)


def test_the_older_markdown_names_the_byte_of_an_unfinished_entity() -> None:
    with pytest.raises(ApiError, match="Can't find end of the entity starting at byte offset 2"):
        parse_markdown("ä*x")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start abc", [("bot_command", "/start")]),
        ("/help@tandem_bot.", [("bot_command", "/help@tandem_bot")]),
        ("and/or", []),
        ("hello @ana_b", [("mention", "@ana_b")]),
        ("mail ana@example.com now", [("email", "ana@example.com")]),
        ("see https://example.com/a?b=c.", [("url", "https://example.com/a?b=c")]),
        ("see t.me/tandem", [("url", "t.me/tandem")]),
        ("version 1.2.3", []),
        (
            "#calm $USD +12345678901",
            [("hashtag", "#calm"), ("cashtag", "$USD"), ("phone_number", "+12345678901")],
        ),
        ("😀 /help", [("bot_command", "/help")]),
    ],
)
def test_telegram_finds_commands_and_links_by_itself(text: str, found: list[tuple[str, str]]) -> None:
    assert found == [(each.type, utf16_slice(text, each.offset, each.length)) for each in find_entities(text)]


@pytest.mark.parametrize(
    "source",
    [
        "<b>a<i>b</i></b>c",
        "<blockquote>😀 <b>x</b></blockquote>\n<pre>y</pre>",
        '<a href="https://a.example/?a=1&amp;b=2">x</a> &lt;script&gt;',
    ],
)
def test_a_page_shows_the_same_html(source: str) -> None:
    assert source == to_html(*parse_html(source))


@settings(max_examples=400, deadline=None)
@given(
    parse=st.sampled_from([parse_html, parse_markdown, parse_markdown_v2]),
    source=st.lists(PIECES, max_size=12).map("".join),
)
def test_any_markup_is_read_or_refused_and_entities_stay_inside(
    parse: Callable[[str], tuple[str, list[Entity]]], source: str
) -> None:
    with contextlib.suppress(ApiError):
        text, entities = parse(source)

        assert all(0 <= each.offset < each.end <= utf16_length(text) for each in entities)
