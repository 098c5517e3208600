"""How a web page of a report looks: its style sheet, for screens and for paper.

What paper does not know (what stays in place while a table is scrolled, the width of a window)
stands with the rules for screens, so that a program that makes pages of paper out of it finds
nothing that it does not know.
"""

from __future__ import annotations

from inclusion_core.pages.palette import DARK, LIGHT
from inclusion_core.reports.formats.html_drawing import ROOMIEST
from inclusion_core.reports.formats.layout import DEEPEST

__all__ = ["stylesheet"]


_COMMON = """
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",
Arial,"Liberation Sans","DejaVu Sans",sans-serif;font-variant-numeric:lining-nums tabular-nums;
overflow-wrap:break-word}
h1,h2,caption{line-height:1.25;font-weight:700}
h1{margin:0}
h2{margin:0 0 1rem;font-size:1.4375rem}
p{margin:0 0 1rem;max-width:44rem}
a{color:var(--accent)}
header::before{content:"";display:block;width:4rem;height:.375rem;margin-bottom:1.75rem;
border-radius:.1875rem;background:var(--accent)}
.subtitle{margin:.75rem 0 0;font-size:1.1875rem;color:var(--quiet)}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;
white-space:nowrap;border:0}
.figures{display:flex;gap:1rem;margin:2.5rem 0 0}
.figures div{display:flex;flex:1 1 0;flex-direction:column-reverse;justify-content:flex-end;
padding:1.25rem 1.375rem 1.375rem;border-radius:.625rem;background:var(--panel)}
.figures dt{line-height:1.4;color:var(--quiet)}
.figures dd{margin:0 0 .375rem;font-size:2.5rem;font-weight:700;line-height:1.15}
.figures small{display:block;font-size:.9375rem;line-height:1.5;font-weight:400;
letter-spacing:0;color:var(--quiet)}
main>section{margin-top:3.5rem}
.table{margin:2rem 0 2.25rem}
table{width:100%;border-collapse:separate;border-spacing:0;line-height:1.4}
caption{padding:0 0 .75rem;text-align:left;font-size:1.0625rem}
th,td{padding:.625rem 1rem;text-align:left;vertical-align:baseline;
font-weight:400;border-bottom:1px solid var(--line)}
thead th{vertical-align:bottom;font-size:.9375rem;font-weight:600;color:var(--quiet);
background:var(--panel);border-bottom:0}
thead th:first-child{border-radius:.375rem 0 0 .375rem}
thead th:last-child{border-radius:0 .375rem .375rem 0}
.figure{text-align:right;white-space:nowrap}
thead .figure{white-space:normal}
td small{display:block;font-size:.875rem;color:var(--quiet)}
td.words small{display:inline}
.drawn{width:36%}
.drawn:last-child{width:62%}
.beside{display:flex;gap:.75rem}
.beside svg{flex:1 1 9rem;min-width:9rem}
.beside span{display:block;text-align:right}
.below{margin-top:.875rem;font-size:.9375rem;line-height:1.5;color:var(--quiet)}
.below dl{display:grid;grid-template-columns:max-content 1fr;gap:.125rem .875rem;margin:0 0 .5rem}
.below dd{margin:0}
.below p{margin:0 0 .375rem}
.signs{margin:0 0 .5rem;padding:0;list-style:none}
.signs svg{margin-right:.875rem;vertical-align:middle}
.notes{margin:0;padding-left:1.25rem;max-width:46rem}
.notes li{margin-bottom:.5rem}
.notes small{display:block;font-size:.9375rem;color:var(--quiet)}
footer{margin-top:4.5rem;padding-block:2rem 4rem;font-size:.9375rem;color:var(--quiet)}
footer h2{padding-top:2rem;border-top:1px solid var(--line);font-size:1.0625rem;color:var(--ink)}
footer dl{display:grid;grid-template-columns:minmax(10rem,18rem) 1fr;gap:.375rem 1.5rem;margin:0}
footer dd{margin:0;color:var(--ink);overflow-wrap:anywhere}
"""

_SCREEN = """
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body>*{max-width:62rem;margin-inline:auto;padding-inline:1.5rem}
h1,h2,caption{text-wrap:balance}
h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.5rem);letter-spacing:-.015em}
h2{letter-spacing:-.005em}
a{text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
main:focus{outline:none}
.skip{position:absolute;left:1.5rem;top:-6rem;padding:.5rem 1rem;background:var(--paper);z-index:2}
.skip:focus{top:1rem}
.hidden{clip-path:inset(50%)}
header{padding-top:4rem}
nav{margin-top:2rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0;padding:0;list-style:none}
nav a{display:inline-block;padding:.25rem 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr))}
.figures dd{letter-spacing:-.02em}
.scroll{overflow-x:auto}
caption span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 2.25rem)}
th,td{position:relative}
th{min-width:9rem}
tbody th{hyphens:auto}
tbody th,thead th:first-child{position:sticky;left:0;z-index:1;background:var(--paper)}
thead th:first-child{background:var(--panel)}
thead th,thead th:first-child{min-width:0}
time,td small{white-space:nowrap}
tbody tr:hover>*{background:var(--panel)}
.beside{align-items:baseline}
.beside svg{margin-bottom:-2px}
svg{color:var(--accent)}
.gap{stroke:var(--paper)}
@media (prefers-color-scheme:dark){:root{DARK}}
@media (forced-colors:active){svg{color:CanvasText}.gap{stroke:Canvas}}
@media (max-width:40rem){
body>*{padding-inline:1.125rem}
header{padding-top:2.5rem}
th,td{padding:.5rem .625rem}
th{min-width:7rem}
td.words{min-width:9rem}
.beside svg{min-width:4rem}
.figures{grid-template-columns:1fr;gap:.75rem}
.figures div{padding:1rem 1.125rem}
.figures dd{font-size:2rem}
footer dl{display:block}
footer dt{margin-top:.75rem}
}
"""

_PAPER = """
@page{size:A4;margin:18mm 16mm 20mm;
@bottom-left{content:string(title);font:8pt sans-serif}
@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
@page across{size:A4 landscape}
@page broad{size:A3 landscape}
html{font-size:9.5pt}
h1{font-size:20pt;string-set:title content()}
h2{font-size:14pt}
a{text-decoration:none}
.skip,nav{display:none}
h2,caption{break-after:avoid}
p,li{orphans:3;widows:3}
p,.notes{max-width:none}
tr,.together,.figures div,.notes li,.signs,.below dl{break-inside:avoid}
thead{display:table-header-group}
tbody tr:nth-child(2),tbody tr:nth-last-child(2),tbody tr:last-child{break-before:avoid}
.below{break-before:avoid}
.beside svg{min-width:6rem;margin-top:.1rem}
.figures div{display:block;border:1px solid var(--line);padding:.875rem 1rem}
.figures dd{margin:.25rem 0 0;font-size:18pt}
thead th{border-bottom:1px solid var(--quiet)}
th,td{padding:.28rem .5rem}
.table{margin:1.25rem 0 1.5rem}
.across{page:across}
.broad{page:broad}
.small table,.broad table{font-size:7pt}
.small th,.small td,.broad th,.broad td{padding:.25rem .2rem}
.small thead th:first-child,.broad thead th:first-child{width:14em}
.broad table{overflow-wrap:anywhere}
main>section{margin-top:2rem}
footer{margin-top:2.5rem;padding-block:0;break-inside:avoid}
footer h2{padding-top:1rem}
"""


def stylesheet() -> str:
    """The style sheet: no file, font or picture from elsewhere.

    Night colours are for screens alone, so that paper stays white.
    """
    steps = "".join(
        f".part{depth}{{padding-left:{1 + depth:g}rem}}\n" for depth in range(1, DEEPEST + 1)
    )
    rooms = "".join(f".room{room}{{flex:0 0 {room}ch}}\n" for room in range(1, ROOMIEST))
    rooms += f".room{ROOMIEST}{{min-width:{ROOMIEST}ch}}\n"
    screen = _SCREEN.replace("DARK", f"color-scheme:dark;{DARK.variables}")
    return (
        f"\n:root{{color-scheme:light;{LIGHT.variables}}}\n"
        f"{_COMMON}{steps}{rooms}@media screen{{{screen}}}\n@media print{{{_PAPER}}}\n"
    )
