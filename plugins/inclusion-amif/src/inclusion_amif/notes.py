"""What a reader must know of several indicators."""

from __future__ import annotations

from inclusion_core.texts import Text, lv

__all__ = ["AMONG_SUPPORTED", "CODE_REMEMBERED", "CORE", "CUMULATIVE", "ONCE", "OVERLAP"]

CUMULATIVE: Text = lv(
    "Skaita visu no projekta sākuma līdz perioda pēdējai dienai; perioda pirmā diena skaitļus "
    "nemaina."
).en(
    "Counts all from the beginning of the project to the last day of the period; the first day of "
    "the period moves no figure."
)
ONCE: Text = lv("Katru personu katrā projektā skaita vienu reizi.").en(
    "Each person counts once within a project."
)
OVERLAP: Text = lv(
    "O.2.3.1, O.2.3.2 un O.2.3.3 pārklājas: viena persona var būt vairākos, tāpēc to summa nav "
    "O.2.3."
).en(
    "O.2.3.1, O.2.3.2 and O.2.3.3 overlap: one person may be in several, so that O.2.3 is not "
    "their sum."
)
CODE_REMEMBERED: Text = lv(
    "Kods ir pieraksts, kādu lieto SFC2021 (pēc atmiņas, jāpārbauda); pielikums punktus tikai "
    "numurē."
).en(
    "The code is the way of writing of SFC2021 (from memory, to be verified); the annex only "
    "numbers the items."
)
CORE: Text = lv("Arī V pielikuma galvenais darbības rezultātu rādītājs.").en(
    "Also a core performance indicator of Annex V."
)
AMONG_SUPPORTED: Text = lv("Jautā par O.2.3 dalībniekiem (pašu lasījums).").en(
    "Asked of the participants of O.2.3 (our own reading)."
)
