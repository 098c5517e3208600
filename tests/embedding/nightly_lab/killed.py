"""Nights that are killed before each of their steps on the disk: ``killed.py DATA FOLDER``.

For each it says in JSON how the process ended, and what stood in the folder, after it and after
the next night. A process of its own, so that it has one thread when it forks.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "docs" / "examples"))
sys.dont_write_bytecode = True

from nightly_job import nightly  # noqa: E402  found only on the path above

CATALOGUE = nightly.load_catalogue()
nightly.load_catalogue = lambda: CATALOGUE


def apart(work: Callable[[], object]) -> int:
    """Do something in a process of its own; the signal that ended it, 0 where none did."""
    child = os.fork()
    if child == 0:
        os.close(2)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(step: int) -> None:
    """From now on, the process is killed where it would take this step."""
    taken = iter(range(1, 1_000))

    def then(do):
        def counted(*given):
            if next(taken) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return do(*given)

        return counted

    os.fsync = then(os.fsync)
    Path.rename, Path.replace = then(Path.rename), then(Path.replace)
    Path.symlink_to = then(Path.symlink_to)


def held(folder: Path) -> dict[str, str]:
    """What is in a folder: files, links; but not the lock."""
    return {
        str(each.relative_to(folder)): f"-> {each.readlink()}" if each.is_symlink() else content
        for each in sorted(folder.rglob("*"))
        if each.is_symlink() or (each.is_file() and each.name != ".lock")
        for content in ["" if each.is_symlink() else each.read_bytes().hex()]
    }


def main(data: str, folder: Path) -> None:
    nightly.main([data, str(folder / "warm"), "--day", "2018-12-03"])  # imports what is needed
    nights, step, ended = [], 0, -signal.SIGKILL
    while ended == -signal.SIGKILL:
        step += 1
        output = folder / str(step)
        words = [data, str(output), "--day", "2018-12-03"]
        ended = apart(lambda: (killed_at(step), nightly.main(words)))  # noqa: B023  done at once
        after = held(output)
        apart(lambda: nightly.main(words))  # noqa: B023
        nights.append({"ended": ended, "after": after, "next": held(output)})
    sys.stdout.write(json.dumps(nights))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
