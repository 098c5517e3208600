"""What an import writes: the key file and the caseload, both or neither."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from inclusion_core.cli.caseload_written import holds_parquet, write_caseload
from inclusion_core.cli.import_trial import Trial
from inclusion_core.expr.schema import Schema
from inclusion_core.wire.files import put

__all__ = ["write_import"]


def write_import(trial: Trial, caseload: Path, keys: Path, schema: Schema) -> None:
    """Write what an import brings.

    The key file goes first: new ids without their numbers would never be known again, numbers
    whose ids nobody has yet do no harm.

    Raises:
        NotWritableError: What would be written could not be read back as it is.
    """
    with _put_back(keys):
        trial.result.keys.write(keys)
        write_caseload(trial.journal, caseload, schema, parquet=holds_parquet(caseload))


@contextmanager
def _put_back(path: Path) -> Generator[None]:
    """Leaves a file as it was where what follows does not come to its end."""
    before = path.read_bytes() if path.exists() else None
    try:
        yield
    except BaseException:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            put(path.parent, [(path.name, before)])
        raise
