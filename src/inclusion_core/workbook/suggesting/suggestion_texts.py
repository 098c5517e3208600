"""What a proposed mapping says in its comments."""

from __future__ import annotations

from inclusion_core.texts import lv

__all__ = [
    "ASSUMED",
    "COUNTERS",
    "FREE_TEXT",
    "HIDDEN",
    "INTRODUCTION",
    "MISSING",
    "NOTHING_KNOWN",
    "NOT_UNDERSTOOD",
    "NO_MEANING",
    "NO_NUMBER",
    "NO_RECORDS",
    "NO_TITLE",
    "PERSONAL",
    "PLACEHOLDER",
    "UNSURE",
    "UNSURE_OR",
    "UNSURE_PART",
    "WORDS",
]

INTRODUCTION = lv(
    "Priekšlikums, kā lasīt šo darbgrāmatu. Izlasiet to un izlabojiet.\n"
    "Rindas, kas sākas ar #, netiek lasītas; kur minējums ir pareizs, # noņemiet."
).en(
    "A proposal of how to read this workbook. Read it, and correct it.\n"
    "Lines that begin with # are not read; where a guess is right, take the # away."
)
HIDDEN = lv("{position}. lapa ir paslēpta un netika aplūkota.").en(
    "Sheet {position} is hidden and was not looked at."
)
NO_TITLE = lv("{position}. lapu nevar atšķirt pēc nosaukuma; pārdēvējiet to.").en(
    "Sheet {position} cannot be told by its title; give it another."
)
NOTHING_KNOWN = lv("{position}. lapā netika atrasta rinda ar pazīstamiem virsrakstiem.").en(
    "On sheet {position} no row with known headings was found."
)
NO_RECORDS = lv("Šajā lapā netika atrasts neviens ieraksts, ko varētu lasīt, kā ir.").en(
    "On this sheet nothing was found that can be read as it stands."
)
NO_NUMBER = lv(
    "Netika atrasta kolonna, no kuras veidot ieraksta numuru; ierakstiet to pie number.\n"
    "Derētu arī personas kods: numuru vietā ieraksti dabū identifikatorus, kas neko neatklāj."
).en(
    "No column was found that makes the number of the record; name it under number.\n"
    "A personal code would do too: records have opaque ids in place of such numbers."
)
MISSING = lv("Netika atrasts {field}, bez kā šī ieraksta nav.").en(
    "Nothing was found for {field}, without which there is no such record."
)
PLACEHOLDER = lv("ierakstiet īsto numuru").en("write the real number")
ASSUMED = lv("it kā katrai lietai būtu tikai viens").en("as if there were one for each case")
UNSURE = lv("nav droši").en("not sure")
UNSURE_OR = lv("nav droši; varbūt {other}").en("not sure; or {other}")
UNSURE_PART = lv("Varbūt:").en("Perhaps:")
FREE_TEXT = lv("brīvs teksts: tas nedrīkst atklāt, kas ir cilvēks").en(
    "free text: it must not tell who somebody is"
)
NOT_UNDERSTOOD = lv("{count} no {all} šūnām netiek saprastas").en(
    "{count} of {all} cells are not understood"
)
WORDS = lv("Ko nozīmē jūsu pašu vārdi:").en("What your own words mean:")
PERSONAL = lv("Ar nodomu izlaistas, jo tādu personas datu modelī nav:").en(
    "Left out on purpose, personal data that the model does not hold:"
)
COUNTERS = lv("Izlaistas, jo tikai skaita rindas:").en("Left out, since they only count rows:")
NO_MEANING = lv("Nekas netika atrasts kolonnām {letters}.").en(
    "Nothing was found for columns {letters}."
)
