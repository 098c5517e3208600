"""What is counted, and with how many clients."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import attrs

Work = Callable[[], object]


@attrs.frozen(kw_only=True)
class Job:
    """One thing that the library does.

    Attributes:
        says: What it is, in words.
        made_by: Module of this package and function in it, which make it ready.
        clients: How many there are, divisible by 16; 0 where the job does not grow with them.
        warm: Whether it is done once, small, before it is counted: what is counted is then work
            alone, without imports.
    """

    says: str
    made_by: str
    clients: int = 0
    warm: bool = True

    def ready(self, clients: int, folder: Path) -> Work:
        """The work on so many clients; the folder is made, and is the job's own."""
        module, _, function = self.made_by.partition(".")
        folder.mkdir(parents=True)
        made: Work = getattr(import_module(f"counted.{module}"), function)(clients, folder)
        return made


JOBS = {
    "import": Job(
        says="import inclusion_core, and one name of it", made_by="loading.package", warm=False
    ),
    "command": Job(
        says="start the command line, for its help", made_by="loading.command", warm=False
    ),
    "catalogue": Job(
        says="load the catalogue of all plugins", made_by="loading.catalogue", warm=False
    ),
    "read-csv": Job(says="read 2,000 versions from CSV", made_by="files.read_csv", clients=512),
    "read-json": Job(says="read 2,000 versions from JSON", made_by="files.read_json", clients=512),
    "read-parquet": Job(
        says="read 2,000 versions from Parquet", made_by="files.read_parquet", clients=512
    ),
    "write-csv": Job(says="write 2,000 versions as CSV", made_by="files.write_csv", clients=512),
    "write-json": Job(says="write 2,000 versions as JSON", made_by="files.write_json", clients=512),
    "write-parquet": Job(
        says="write 2,000 versions as Parquet", made_by="files.write_parquet", clients=512
    ),
    "fold": Job(says="fold a journal as known on a day", made_by="records.fold", clients=512),
    "checks": Job(says="look for contradictions", made_by="records.checks", clients=512),
    "decision": Job(says="one decision, with its reasons", made_by="decisions.one"),
    "verdicts": Job(says="the verdicts of a register", made_by="decisions.verdicts", clients=512),
    "windows": Job(
        says="the decisions on support in a register", made_by="decisions.supported", clients=256
    ),
    "figures-objects": Job(
        says="a report's figures, from objects", made_by="figures.on_objects", clients=512
    ),
    "figures-polars": Job(
        says="2 metrics, compiled for Polars", made_by="figures.on_polars", clients=512
    ),
    "figures-duckdb": Job(says="2 metrics, compiled for DuckDB", made_by="figures.on_duckdb"),
    "hide": Job(says="hide cells of a table of 10 x 10", made_by="figures.hidden"),
    "html": Job(says="write a report as a page", made_by="reports.html"),
    "xlsx": Job(says="write a report as a workbook", made_by="reports.xlsx"),
    "database-append": Job(
        says="append 2,000 versions to a database", made_by="databases.appended", clients=480
    ),
    "database-read": Job(
        says="read 2,000 versions from a database", made_by="databases.read", clients=512
    ),
    "workbook": Job(
        says="import a workbook of 64 clients", made_by="workbooks.imported", clients=64
    ),
}
