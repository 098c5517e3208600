"""Every command, as it is asked of the records: and whether it is there to show or write values."""

from __future__ import annotations

import attrs

__all__ = ["ASKED", "Asked"]


@attrs.frozen
class Asked:
    """A command with its arguments; ``{data}``, ``{out}`` and so on are places.

    Attributes:
        line: Command and arguments.
        shows: It is there to show values of clients to those who ask, on the screen.
        writes: It is there to write them to the files that are named.
        codes: What it ends with.
    """

    line: str
    shows: bool = False
    writes: bool = False
    codes: tuple[int, ...] = (0, 1)

    @property
    def command(self) -> str:
        return self.line.split()[0]


FORM, METRIC = "sif.mentoring.interim", "sif.mentoring.clients"
CLIENT = "client-known"
PERIOD = "--period 1971-01-01..1972-12-31"
OPEN = f"{PERIOD} --known-on 2018-12-03"

ASKED = (
    Asked("check {data}"),
    Asked("check {data} --format json --language lv"),
    Asked("check {data} --format csv"),
    *(
        Asked(f"report {FORM} {{data}} {OPEN} {who} --output {{out}}/report.{suffix}")
        for suffix in ("json", "csv", "md", "html", "xlsx", "docx", "pdf", "txt")
        for who in ("--audience public", "--audience staff")
    ),
    Asked(f"report {FORM} {{data}} {OPEN} --engine polars"),
    Asked(f"report {FORM} {{data}} {OPEN} --engine duckdb"),
    Asked(f"report {FORM} {{register}} {OPEN}"),
    Asked(f"trace {FORM} clients/{METRIC} {{data}} {OPEN}"),
    Asked(f"trace {FORM} clients/{METRIC} {{data}} {OPEN} --audience public"),
    Asked(f"trace {FORM} clients/{METRIC} {{data}} {OPEN} --member {CLIENT}", shows=True),
    Asked(f"sentences {FORM} {{data}} {OPEN}"),
    Asked(f"reconcile {METRIC} sif.mentoring.individuals {{data}} {OPEN} --list-persons"),
    Asked("release --ledger {out}/ledger --id first --day 2018-12-04 --audience public "
          "{out}/report.json"),
    Asked("releases {out}/ledger"),
    Asked(f"submit {FORM} {{data}} {OPEN} --output {{out}}/first --draft"),
    Asked("verify {out}/first {data}"),
    Asked("compare {out}/first {out}/first {data}"),
    Asked(f"impact {FORM} {{data}} {OPEN} --and-known-on 2018-01-02"),
    Asked(f"audit-sample --form {FORM} {OPEN} --size 1 --seed x {{data}}"),
    Asked("template sif.mentoring --output {out}/empty.xlsx"),
    Asked("template sif.mentoring --from {data} --output {out}/filled.xlsx", writes=True),
    Asked("import {out}/filled.xlsx --into {data} --programme sif.mentoring"),
    Asked("import {codes} --into {new} --programme sif.mentoring"),
    Asked("import {codes} --into {new} --programme sif.mentoring --write changes "
          "--recorded-on 2018-01-05 --marked {out}/marked.xlsx", writes=True),
    Asked("convert {data} {out}/document.json", writes=True),
    Asked("convert {data} {out}/parquet --format parquet", writes=True),
    Asked(f"show {CLIENT} {{data}}", shows=True),
    Asked(f"show {CLIENT} {{data}} --html {{out}}/life.html", shows=True, writes=True),
    Asked(f"history {CLIENT} {{data}}", shows=True),
    Asked("keeping --on 2030-01-01 {data}"),
    Asked("keeping --on 2030-01-01 --due --format json {data}"),
    Asked(f"erase --client {CLIENT} --on 2018-12-05 --by u-1 --because asked --dry-run {{data}}"),
    Asked(f"erase --client {CLIENT} --on 2018-12-05 --by u-1 --because asked --to {{out}}/less "
          "{data}", writes=True),
    Asked("assess sif.motivation {data}", shows=True),
    Asked("assess sif.motivation {data} client-partial --explain", shows=True),
    Asked("explain sif.motivation.grounds"),
    Asked("limits sif.motivation {data}", shows=True),
    Asked("programmes"),
    Asked("forms"),
    Asked("assumptions"),
    Asked("facts eea.person --dictionary"),
    Asked("facts eea.person {data} --output {out}/facts.csv", writes=True),
    Asked("extract --new-key {out}/key"),
    Asked("extract eea.person {data} --key {out}/key --release one --to {out}/extract",
          writes=True),
    Asked("plugins"),
    Asked("records"),
    Asked("sample sif.mentoring {out}/sample", writes=True),  # drawn, and about nobody
    Asked("cases {cases}", shows=True),
    Asked("new-plugin toy --to {out}/plugin"),
)  # fmt: skip
"""In this order: some of them take what earlier ones made."""
