"""What an extract says of itself to readers: what it is, what was done to it, who could be known.

One file in each language; it names no value of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inclusion_core.extracts.extract import Extract, ExtractTable
from inclusion_core.extracts.pseudonyms import Per
from inclusion_core.pages import markdown
from inclusion_core.texts import LanguageCode, Text, lv

__all__ = ["about"]


def about(
    extract: Extract, fingerprint: str, files: Mapping[str, int], language: LanguageCode
) -> str:
    """What an extract is, as a page of Markdown.

    Args:
        extract: The extract.
        fingerprint: SHA-256 of its tables.
        files: How many rows each file of a table has.
        language: For whom.
    """
    page = _Page(language)
    parts = (
        *page.origin(extract, fingerprint, files),
        *(part for each in extract.tables for part in page.table(extract, each)),
        *page.together(extract),
    )
    return "\n\n".join(parts) + "\n"


class _Page:
    """Paragraphs in one language."""

    def __init__(self, language: LanguageCode) -> None:
        self._language: LanguageCode = language

    def _told(self, text: Text) -> str:
        return text.in_(self._language)

    def _paragraph(self, text: Text) -> str:
        return markdown.opening(self._told(text))

    def _table(self, headings: tuple[Text, ...], rows: Iterator[tuple[str, ...]]) -> str:
        return markdown.table(map(self._told, headings), rows)

    def origin(self, extract: Extract, fingerprint: str, files: Mapping[str, int]) -> Iterator[str]:
        """Whence it comes."""
        purpose = extract.purpose
        yield f"# {self._told(_TITLE)}"
        yield self._paragraph(_PURPOSES[purpose.per].filled(name=purpose.name))
        yield self._paragraph(_KNOWN_ON.filled(day=extract.known_on))
        if extract.period is not None:
            yield self._paragraph(_PERIOD.filled(period=str(extract.period)))
        versions = ", ".join(f"{name} {version}" for name, version in extract.versions)
        if versions:
            yield self._paragraph(_VERSIONS.filled(versions=versions))
        yield self._paragraph(_FINGERPRINT.filled(fingerprint=fingerprint))
        yield self._table(
            (_FILE, _ROWS), ((f"{name}.csv", str(rows)) for name, rows in files.items())
        )
        yield self._paragraph(_EMPTY)
        if extract.joined:
            yield self._paragraph(_JOINED)

    def table(self, extract: Extract, table: ExtractTable) -> Iterator[str]:
        """What was done to a table, and who could be known by it."""
        yield f"## {markdown.inline(table.name)}"
        yield self._paragraph(_ONE_ROW.filled(says=table.table.says))
        if extract.period is not None and not table.asks_period:
            yield self._paragraph(_ANY_TIME)
        yield self._table(
            (_COLUMN, _WHAT, _WHY),
            (
                (each.column or self._told(_ROWS), self._told(each.what), self._told(each.why))
                for each in table.changes
            ),
        )
        yield self._paragraph(_IDENTIFYING.filled(columns=", ".join(table.identifying) or "-"))
        if not table.persons_known:
            yield self._paragraph(_ROW_FOR_PERSON)
        counted = [(_NOW, table.risk)]
        if extract.enforced:
            counted.insert(0, (_BEFORE, table.before))
        yield self._table(
            (_WHEN, _ROWS, _PERSONS, _UNIQUE, _few(extract)),
            (
                (self._told(when), *map(str, (each.rows, each.persons, each.unique, each.few)))
                for when, each in counted
            ),
        )
        yield self._table(
            (_COLUMN, _ALONE, _HARM),
            ((each.name, str(each.alone), str(each.harm)) for each in table.before.columns),
        )

    def together(self, extract: Extract) -> Iterator[str]:
        """Who could be known by all that is joined."""
        joint = extract.joint_risk
        yield f"## {self._told(_TOGETHER)}"
        yield self._paragraph(_JOINT)
        yield self._table(
            (_PERSONS, _UNIQUE, _few(extract)),
            iter([(str(joint.persons), str(joint.unique), str(joint.few))]),
        )


def _few(extract: Extract) -> Text:
    return _FEW.filled(least=extract.least)


_TITLE = lv("Izraksts pētniecībai").en("Extract for research")
_PURPOSES = {
    Per.RELEASE: lv(
        "Izlaidums: {name}. Pseidonīmi ir tikai šim izlaidumam; ar citiem tos savienot nevar."
    ).en(
        "Release: {name}. The pseudonyms are of this release alone; they cannot be joined with "
        "those of another."
    ),
    Per.PROJECT: lv(
        "Projekts: {name}. Visos šī projekta izlaidumos vienai personai ir tas pats pseidonīms."
    ).en("Project: {name}. A person has the same pseudonym in all releases of this project."),
}
_KNOWN_ON = lv("Dati, kas ierakstīti līdz {day:dative}.").en("What was recorded by {day}.")
_PERIOD = lv("Periods: {period}.").en("Period: {period}.")
_VERSIONS = lv("Versijas: {versions}.").en("Versions: {versions}.")
_FINGERPRINT = lv("Izraksta tabulu nospiedums (SHA-256): {fingerprint}.").en(
    "Fingerprint of the tables of the extract (SHA-256): {fingerprint}."
)
_EMPTY = lv(
    "Tukša šūna ar iemeslu blakus (x_unknown) nav zināma: not_asked, refused un citi iemesli ir no "
    "datiem; removed nozīmē, ka vērtība izņemta šeit; partial — ka zināma daļa, dienai no "
    "x_earliest līdz x_latest. Ja abas šūnas ir tukšas, tad zināms, ka nekā nav."
).en(
    "An empty cell with a reason beside it (x_unknown) is not known: not_asked, refused and others "
    "are from the data; removed says that the value was taken out here; partial, that a part is "
    "known, of a day from x_earliest to x_latest. Where both are empty, it is known that there is "
    "none."
)
_JOINED = lv(
    "Datnē persons_joined.csv ir pseidonīmi, ar kādiem personas var būt agrākos izlaidumos: par "
    "vienu personu tās atzītas vēlāk."
).en(
    "persons_joined.csv has the pseudonyms that persons may have in earlier releases: they were "
    "found to be one person later."
)
_ONE_ROW = lv("Viena rinda: {says}.").en("One row: {says}.")
_ANY_TIME = lv("Kolonnas neskatās uz periodu: tajās ir dati par visu laiku.").en(
    "The columns do not look at the period: they are about all times."
)
_IDENTIFYING = lv("Kolonnas, pēc kurām kādu varētu pazīt: {columns}.").en(
    "Columns by which somebody could be known: {columns}."
)
_ROW_FOR_PERSON = lv(
    "Par kuru personu ir rinda, nav zināms: katra rinda skaitīta kā viena persona."
).en("It is not known which person a row is about: each row counts as one person.")
_TOGETHER = lv("Visas rindas kopā").en("All rows together")
_JOINT = lv(
    "Pēc pseidonīma savienojamas vienas personas visas rindas visās tabulās. Pēc tām kopā personu "
    "var pazīt arī tad, ja neviena rinda viena pati to neļauj."
).en(
    "Pseudonyms join all rows of one person in all tables. By these together somebody could be "
    "known even where no single row allows it."
)
_FILE = lv("Datne").en("File")
_ROWS = lv("rindas").en("rows")
_COLUMN = lv("Kolonna").en("Column")
_WHAT = lv("Kas darīts").en("What was done")
_WHY = lv("Kāpēc").en("Why")
_WHEN = lv("Kad").en("When")
_NOW = lv("izrakstā").en("in the extract")
_BEFORE = lv("pirms izņemšanas").en("before cells and rows were removed")
_PERSONS = lv("personas").en("persons")
_UNIQUE = lv("tādu vairs nav").en("like nobody else")
_FEW = lv("līdzīgas mazāk nekā {least}").en("fewer than {least} alike")
_ALONE = lv("par maz līdzīgu pēc tās vienas").en("too few alike by it alone")
_HARM = lv("būtu pietiekami, ja tās nebūtu").en("would be enough without it")
