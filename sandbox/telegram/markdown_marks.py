"""Name the marks of MarkdownV2 and what each begins. It reads no text."""

CODE_TYPES = {"Code", "Pre", "PreCode"}
NAMES = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
}
CLOSERS = {
    "Bold": b"*",
    "Code": b"`",
    "Pre": b"```",
    "PreCode": b"```",
    "TextUrl": b"]",
    "CustomEmoji": b"]",
    "Underline": b"__",
    "Strikethrough": b"~",
    "Spoiler": b"||",
}
# Longer openers first, so that "__" is not read as two italics.
OPENERS = (
    (b"__", "Underline"),
    (b"_", "Italic"),
    (b"*", "Bold"),
    (b"~", "Strikethrough"),
    (b"||", "Spoiler"),
    (b"![", "CustomEmoji"),
    (b"[", "TextUrl"),
    (b"`", "Code"),
)
