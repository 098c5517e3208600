"""Headings that providers' own sheets usually have, in Latvian and English.

They stand beside the words of the vocabulary, which are compared too. Diacritics, case, endings
and abbreviations need not be repeated here.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COUNTERS", "DASHES", "DAY", "MARKS", "PERSONAL", "SUBJECTS", "USUAL"]

USUAL: Mapping[str, tuple[str, ...]] = {
    "client.id": (
        *("lietas nr", "lietas numurs", "klienta lietas nr", "personas lietas nr"),
        *("klienta nr", "klienta kods", "klienta ID", "klienta identifikators", "ID", "kods"),
        *("case no", "case number", "case ID", "file no", "client no", "client ID", "client code"),
        *("dalībnieka nr", "dalībnieka kods", "participant ID", "reģistrācijas nr"),
    ),
    "client.born_on": (
        *("dzimšanas datums", "dzim datums", "dzimis", "dzimusi", "dzimšanas gads"),
        *("date of birth", "birth date", "birthday", "born", "year of birth", "DOB"),
    ),
    "client.gender": ("dzimums", "gender", "sex"),
    "client.died_on": ("miris", "date of death"),
    "protection_spell.kind": (
        *("statuss", "aizsardzības statuss", "statusa veids", "starptautiskā aizsardzība"),
        *("status", "protection status", "legal status", "type of protection"),
    ),
    "protection_spell.first_day": ("statusa datums", "status date", "statuss iegūts"),
    "protection_spell.decided_on": (
        *("statusa piešķiršanas datums", "statuss piešķirts", "lēmums par statusu"),
        *("lēmuma datums", "status granted", "date of decision"),
    ),
    "citizenship_spell.country": (
        *("valstspiederība", "pilsonība", "valstiskā piederība", "pilsonības valsts"),
        *("nationality", "citizenship", "country of citizenship"),
    ),
    "arrival.country": (
        *("izcelsmes valsts", "izcelsme", "no kuras valsts"),
        *("country of origin", "origin"),
    ),
    "arrival.arrived_on": (
        *("ierašanās datums", "ieradās", "ierašanās Latvijā"),
        *("date of arrival", "arrival", "arrived"),
    ),
    "residence_spell.place": (
        *("dzīvesvieta", "pašvaldība", "novads", "pilsēta", "centrs"),
        *("municipality", "place of residence", "residence", "town"),
    ),
    "residence_spell.right": ("uzturēšanās atļauja", "residence permit"),
    "participation.entered_on": (
        *("iestāšanās datums", "iestājies", "uzsākšanas datums", "dalības sākums"),
        *("iesaistes datums", "uzņemšanas datums", "programmā no", "programma no"),
        *("entry date", "date of entry", "entered", "enrolled", "start of participation"),
    ),
    "participation.left_on": (
        *("izstāšanās datums", "izstājies", "dalības beigas", "pabeigšanas datums"),
        *("programmā līdz", "programma līdz", "exit date", "date of exit", "left", "exit"),
    ),
    "participation.leaving_reason": (
        *("izstāšanās iemesls", "dalības beigu iemesls", "reason for leaving", "exit reason"),
    ),
    "entry_traits.labour_status": (
        *("nodarbinātība", "nodarbinātības statuss", "employment status", "labour status"),
    ),
    "entry_traits.education_level": (
        *("izglītība", "izglītības līmenis", "education", "education level"),
    ),
    "entry_traits.unemployed_since": ("bezdarbnieks no", "unemployed since"),
    "disability_spell.group": ("invaliditātes grupa", "disability group"),
    "support_plan.drawn_up_on": (
        *("plāna datums", "plāns sastādīts", "atbalsta plāna datums", "plan date"),
    ),
    "support_plan.fulfilled_on": ("plāns izpildīts", "plan fulfilled"),
    "support_plan.closed_on": ("plāns slēgts", "plan closed"),
    "service.given_on": (
        *("pakalpojuma datums", "konsultācijas datums", "nodarbības datums", "tikšanās datums"),
        *("service date", "date of service", "date of session"),
    ),
    "service.kind": (
        *("pakalpojuma veids", "konsultācijas veids", "nodarbības veids"),
        *("service type", "type of service", "kind of service"),
    ),
    "service.minutes": ("minūtes", "ilgums", "ilgums min", "minutes", "duration"),
    "outcome.happened_on": ("rezultāta datums", "outcome date"),
    "outcome.kind": ("sasniegtais rezultāts", "rezultāta veids", "outcome", "type of outcome"),
}
"""Headings by record type and field; those of the key name a provider's number of the record."""

SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "protection_spell": ("statuss", "status"),
    "residence_spell": ("uzturēšanās atļauja", "residence permit"),
    "participation": ("dalība", "dalība projektā", "participation"),
    "household": ("ģimene", "family"),
    "staff_assignment": ("sociālais darbinieks", "mentors", "social worker", "mentor"),
    "service": ("konsultācija", "nodarbība", "session"),
}
"""What the subject of a record type is called besides."""

BEGINS = ("no", "kopš", "sākums", "sākuma datums", "from", "since", "start", "start date")
ENDS = ("līdz", "beigas", "beigu datums", "until", "till", "to", "end", "end date")

MARKS: Mapping[str, tuple[str, ...]] = {
    "first_day": (*BEGINS, "datums", "date"),
    "last_day": ENDS,
    "entered_on": BEGINS,
    "left_on": ENDS,
}
"""Headings of the first and the last day, of whatever the column beside them tells."""

DAY = ("datums", "date")
"""Headings of the day of what has no first and last one."""

DASHES = ("-", "--", "\N{EN DASH}", "\N{EM DASH}", "n/a", "n.a.", "x")
"""What people write into a cell that they mean to leave empty."""

COUNTERS = ("nr p k", "n p k", "p k nr", "kārtas nr", "rindas nr", "row no", "serial no")
"""Headings of columns that count the rows: no number of a record, since it moves with the row."""

PERSONAL = (
    *("vārds", "uzvārds", "vārds uzvārds", "klienta vārds uzvārds", "vārds un uzvārds"),
    *("tēva vārds", "mātes vārds", "dzimtais uzvārds", "kontaktpersona"),
    *("personas kods", "pers kods", "p k", "dokumenta nr", "pases nr", "pase", "apliecības nr"),
    *("tālrunis", "tālruņa nr", "tel", "mobilais", "mob tel", "telefons", "kontakti"),
    *("e pasts", "epasts", "e pasta adrese", "adrese", "deklarētā adrese", "faktiskā adrese"),
    *("bankas konts", "konta nr", "IBAN", "paraksts", "foto"),
    *("piezīmes", "komentāri", "komentārs", "apraksts", "diagnoze"),
    *("name", "full name", "first name", "given name", "last name", "surname", "family name"),
    *("client name", "personal code", "personal ID", "identity number", "passport", "passport no"),
    *("phone", "phone no", "telephone", "mobile", "contact", "contacts", "email", "e mail"),
    *("email address", "address", "home address", "bank account", "signature", "photo"),
    *("notes", "comments", "remarks", "description", "diagnosis"),
)
"""Headings of what the model does not hold: who somebody is, and free notes about them."""
