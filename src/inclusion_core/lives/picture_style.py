"""How the picture of a life looks: its style sheet."""

from __future__ import annotations

from inclusion_core.pages.palette import DARK, LIGHT

__all__ = ["stylesheet"]

_RULES = """
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);
font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",
Arial,sans-serif;font-variant-numeric:lining-nums tabular-nums;overflow-wrap:break-word}
body>*{max-width:76rem;margin-inline:auto;padding-inline:1.5rem}
h1,h2{line-height:1.25;font-weight:650;text-wrap:balance}
h1{margin:0;font-size:clamp(1.625rem,1.3rem + 1.6vw,2.25rem);letter-spacing:-.015em}
h2{margin:0 0 1rem;font-size:1.3125rem}
header{padding-top:3rem}
header::before{content:"";display:block;width:4rem;height:.375rem;margin-bottom:1.5rem;
border-radius:.1875rem;background:var(--accent)}
.subtitle{margin:.5rem 0 0;font-size:1.125rem;color:var(--quiet)}
main>section{margin-top:2.5rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;
clip-path:inset(50%);white-space:nowrap;border:0}
.picture{overflow-x:auto}
.picture svg{display:block;width:100%;min-width:56rem;height:auto}
svg text{fill:var(--ink);font-size:12px}
svg .name{font-size:13px;font-weight:600}
svg .quiet,svg .month{fill:var(--quiet)}
svg .month{text-anchor:middle}
svg .before,svg .now-words{text-anchor:end}
svg .year{font-size:13px;font-weight:600}
svg .over{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
svg .lane{fill:var(--panel)}
svg .grid{stroke:var(--line)}
svg .grid-year{stroke:var(--quiet);stroke-opacity:.55}
svg .now{stroke:var(--accent);stroke-width:1.5;stroke-dasharray:5 4}
svg .now-words{fill:var(--accent);font-weight:600}
svg .bar{fill:var(--bar);stroke:var(--accent)}
svg .open{fill:url(#fade)}
svg .unsure{fill:url(#hatch);stroke:var(--accent);stroke-dasharray:3 3}
svg .arrow{fill:none;stroke:var(--accent);stroke-width:2}
svg .thread{stroke:var(--accent);stroke-width:1.5;stroke-opacity:.6}
svg .mark{fill:var(--accent);stroke:var(--paper);stroke-width:1.5}
svg .due,svg .about{fill:var(--paper);stroke:var(--accent);stroke-width:1.75}
svg .about{stroke-dasharray:2.5 2}
.hatch-line{stroke:var(--accent);stroke-width:1.25;stroke-opacity:.7}
.fade-from{stop-color:var(--bar)}
.fade-to{stop-color:var(--bar);stop-opacity:0}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin:1rem 0 0;padding:0;list-style:none;
font-size:.875rem;color:var(--quiet)}
.legend li{display:flex;align-items:center;gap:.5rem}
.legend svg{flex:none}
.beyond{margin:.75rem 0 0;font-size:.875rem;color:var(--quiet)}
table{width:100%;border-collapse:collapse;line-height:1.4}
caption{padding:0 0 .75rem;text-align:left;color:var(--quiet)}
th,td{padding:.5rem .75rem;text-align:left;vertical-align:baseline;font-weight:400;
border-bottom:1px solid var(--line)}
th:first-child{padding-left:0}
thead th{font-size:.9375rem;font-weight:600;color:var(--quiet);border-bottom:2px solid var(--line)}
tbody th{width:21rem;white-space:normal}
.support tbody th{width:12rem}
.support td:nth-child(2){width:15rem}
tbody th[colspan]{width:auto;padding-top:1.5rem;font-weight:600}
td b{font-weight:600}
td small,th small{color:var(--quiet);font-size:.8125rem}
time{white-space:nowrap}
footer{margin-top:3rem;padding-block:1.5rem 3rem;font-size:.9375rem;color:var(--quiet)}
@media (max-width:44rem){
body>*{padding-inline:1rem}
header{padding-top:2rem}
.drawn{display:none}
.support tbody th,.support td:nth-child(2){width:6.5rem;hyphens:auto}
tbody th{width:8.5rem}
th,td{padding:.5rem .375rem}
}
@media print{
@page{size:A4;margin:14mm}
html{font-size:9pt}
body>*{max-width:none;padding-inline:0}
header{padding-top:0}
.drawn{display:block}
.picture{overflow:visible}
.picture svg{min-width:0;max-height:210mm}
h2{break-after:avoid}
body header{break-after:avoid}
tbody th{width:17rem}
tr,.legend{break-inside:avoid}
thead{display:table-header-group}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""


def stylesheet() -> str:
    """The style sheet: no file, font or picture from elsewhere.

    Night colours are for screens alone, so that paper stays white.
    """
    return (
        f"\n:root{{color-scheme:light;{LIGHT.variables}}}\n"
        "@media screen and (prefers-color-scheme:dark){"
        f":root{{color-scheme:dark;{DARK.variables}}}}}"
        f"{_RULES}"
    )
