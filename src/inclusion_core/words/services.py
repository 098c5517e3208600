"""Words for services: what was delivered, who was there, and where places lie."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from inclusion_core.model.place import PlaceKind
from inclusion_core.model.service import ServiceKind
from inclusion_core.texts import Text, lv

__all__ = ["CODES", "FIELDS", "TYPES"]

TYPES: Mapping[str, Text] = {
    "service": lv("pakalpojums").en("service"),
    "service_attendance": lv("pakalpojuma apmeklējums").en("service attendance"),
    "service_staff": lv("darbinieks pakalpojumā").en("staff member at service"),
    "headcount": lv("klātesošo skaits").en("headcount"),
    "place": lv("vieta").en("place"),
    "place_in_region": lv("vieta reģionā").en("place in region"),
}

FIELDS: Mapping[str, Text] = {
    "service.given_on": lv("sniegšanas diena").en("day given"),
    "headcount.people": lv("cilvēku skaits").en("number of people"),
    "place.official_code": lv("oficiālais kods").en("official code"),
    "place_in_region.region_id": lv("reģions").en("region"),
}

CODES: Mapping[Enum, Text] = {
    ServiceKind.INDIVIDUAL: lv("individuālā konsultācija").en("individual consultation"),
    ServiceKind.GROUP: lv("grupu nodarbība").en("group session"),
    ServiceKind.EVENT: lv("pasākums").en("event"),
    ServiceKind.CAMP: lv("nometne").en("camp"),
    ServiceKind.FAMILY_GROUP_CONFERENCE: lv("ģimeņu grupu konference").en(
        "family group conference"
    ),
    ServiceKind.TRAINING: lv("apmācība").en("training"),
    PlaceKind.MUNICIPALITY: lv("pašvaldība").en("municipality"),
    PlaceKind.CENTRE: lv("centrs").en("centre"),
    PlaceKind.STATISTICAL_REGION: lv("statistiskais reģions").en("statistical region"),
    PlaceKind.PROGRAMME_REGION: lv("programmas reģions").en("programme region"),
}
