"""Words that are the same in many record types: fields of one name, yes and no, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from inclusion_core.model.plan import LifeArea
from inclusion_core.model.yes_no import YesNo
from inclusion_core.texts import Text, lv
from inclusion_core.values import ABSENT, Reason

__all__ = ["CODES", "FIELDS"]

FIELDS: Mapping[str, Text] = {
    "id": lv("numurs").en("number"),
    "name": lv("nosaukums").en("name"),
    "title": lv("nosaukums").en("title"),
    "kind": lv("veids").en("kind"),
    "role": lv("loma").en("role"),
    "area": lv("dzīves joma").en("area of life"),
    "place": lv("vieta").en("place"),
    "country": lv("valsts").en("country"),
    "result": lv("rezultāts").en("result"),
    "minutes": lv("ilgums (minūtes)").en("duration (minutes)"),
    "first_day": lv("pirmā diena").en("first day"),
    "last_day": lv("pēdējā diena").en("last day"),
    "decided_on": lv("lēmuma diena").en("day of decision"),
    "due_on": lv("termiņš").en("due day"),
    "dropped_on": lv("atcelšanas diena").en("day dropped"),
}
"""By field alone: in every record type that has no words of its own for it."""

CODES: Mapping[Enum, Text] = {
    ABSENT: lv("nav").en("none"),
    Reason.NOT_ASKED: lv("nav jautāts").en("not asked"),
    Reason.REFUSED: lv("atteicās atbildēt").en("refused"),
    Reason.CLIENT_DOES_NOT_KNOW: lv("klients nezina").en("client does not know"),
    Reason.CONTRADICTORY: lv("pretrunīgi").en("contradictory"),
    Reason.ERASED: lv("dzēsts").en("erased"),
    YesNo.YES: lv("jā").en("yes"),
    YesNo.NO: lv("nē").en("no"),
    LifeArea.HOUSING: lv("mājoklis").en("housing"),
    LifeArea.EMPLOYMENT: lv("nodarbinātība").en("employment"),
    LifeArea.EDUCATION: lv("izglītība").en("education"),
    LifeArea.LANGUAGE: lv("valoda").en("language"),
    LifeArea.HEALTH: lv("veselība").en("health"),
    LifeArea.LEGAL_MATTERS: lv("juridiskie jautājumi").en("legal matters"),
    LifeArea.INCOME_AND_DEBT: lv("ienākumi un parādi").en("income and debt"),
    LifeArea.FAMILY: lv("ģimene").en("family"),
    LifeArea.SOCIAL_CONTACTS: lv("sociālie kontakti").en("social contacts"),
    LifeArea.DAILY_LIVING: lv("ikdienas dzīve").en("daily living"),
}
