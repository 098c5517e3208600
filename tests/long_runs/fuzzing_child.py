"""The readers under one engine, each in a process of its own; started by ``fuzzing.py``."""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
import warnings
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from random import Random
from signal import SIGKILL
from time import monotonic, process_time, sleep
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "fuzzing"))

MOST_LENGTH = 1 << 16


class Watched:
    """Tries documents, and keeps what they cost.

    Attributes:
        reader: What reads them.
        place: Where the figures go, now and then and at the end.
        inputs: How many there will be.
    """

    def __init__(self, reader: Any, place: Path, inputs: int) -> None:
        self.reader, self.place, self.inputs = reader, place, inputs
        self.tried = self.taken = 0
        self.slowest = 0.0

    def __call__(self, data: bytes) -> None:
        """Try one; whatever is unlawful comes out."""
        began = process_time()
        self.taken += self.reader.tried(data)
        self.slowest = max(self.slowest, process_time() - began)
        self.tried += 1
        if self.tried % 100 == 0 or self.tried >= self.inputs:
            self.keep()

    def keep(self) -> None:
        """Write down what was measured so far."""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        found = {
            "inputs": self.tried,
            "taken": self.taken,
            "slowest": self.slowest,
            "memory": memory,
        }
        self.place.write_text(json.dumps(found), encoding="utf-8")


def readers(around: Any) -> Any:
    """The list of readers; all code is imported inside of ``around``."""
    with around:
        from fuzzing_lab import neighbours

        neighbours.made_importable()
        from fuzzing_lab import all_readers
    return all_readers


def changed(reader: Any, random: Random) -> bytes:
    """A good document of a reader after some changes."""
    from fuzzing_lab.choices import Choices
    from fuzzing_lab.mutating import mutated

    example = random.choice(reader.examples())
    return mutated(example, reader.build, Choices(random.randbytes(64)))


def guided(asked: dict[str, Any], reader: Any) -> None:
    """With atheris, which does not come back."""
    import atheris

    folder = Path(asked["folder"])
    examples = folder / "examples"
    examples.mkdir()
    for number, data in enumerate(reader.examples()):
        (examples / str(number)).write_bytes(data)
    longest = max(MOST_LENGTH, 2 * max(map(len, reader.examples())))

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() < 0.5:
            return atheris.Mutate(data, min(most, longest))
        return changed(reader, random)[:most]

    options = (
        f"-runs={asked['inputs']}",
        f"-seed={asked['seed']}",
        f"-rss_limit_mb={asked['memory']}",
        f"-timeout={asked['whole']}",
        f"-max_len={longest}",
        f"-artifact_prefix={folder}/",
        "-len_control=0",
    )
    watched = Watched(reader, folder / "found.json", asked["inputs"])
    atheris.Setup([sys.argv[0], *options, str(examples)], watched, custom_mutator=mutate)
    atheris.Fuzz()


def drawn(asked: dict[str, Any], reader: Any) -> None:
    """With hypothesis: any bytes, and good documents after changes."""
    from hypothesis import HealthCheck, given, seed, settings
    from hypothesis import strategies as st

    bound = asked["memory"] << 20
    resource.setrlimit(resource.RLIMIT_DATA, (bound, bound))
    watched = Watched(reader, Path(asked["folder"]) / "found.json", asked["inputs"])
    good = st.integers(0, 2**64).map(lambda number: changed(reader, Random(number)))

    def strategy(name: str) -> Callable[[], None]:
        @seed(asked["seed"])
        @settings(
            max_examples=asked["inputs"] // 2,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        )
        @given({"changed": good, "any": st.binary(max_size=1000)}[name])
        def trial(data: bytes) -> None:
            watched(data)

        return trial

    strategy("changed")()
    strategy("any")()
    watched.keep()


def forked(asked: dict[str, Any], reader: Any) -> None:
    """One reader, in a process of its own; what it says and how it ended is left in its folder."""
    folder = Path(asked["folder"]) / reader.id
    folder.mkdir()
    one = {**asked, "folder": str(folder), "inputs": reader.runs * asked["times"]}
    process = os.fork()
    if process == 0:
        _alone(one, reader)
    deadline = monotonic() + asked["whole"]
    done, status = 0, 0
    while not done and monotonic() < deadline:
        sleep(0.2)
        done, status = os.waitpid(process, os.WNOHANG)
    if not done:
        os.kill(process, SIGKILL)
        os.waitpid(process, 0)
    ended = "" if done and status == 0 else f"ended with {status}" if done else "did not end"
    about = {"reader": reader.id, "says": reader.says, "ended": ended}
    (folder / "about.json").write_text(json.dumps(about), encoding="utf-8")
    sys.stdout.write(f"{reader.id} {ended or 'done'}\n")
    sys.stdout.flush()


def _alone(asked: dict[str, Any], reader: Any) -> None:
    with (Path(asked["folder"]) / "said.txt").open("wb") as said:
        os.dup2(said.fileno(), 2)
    try:
        {"atheris": guided, "hypothesis": drawn}[asked["engine"]](asked, reader)
    except BaseException:  # noqa: BLE001  the other process tells
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def main() -> None:
    """Run the readers, one after the other."""
    asked = json.loads(sys.argv[1])
    around: Any = nullcontext()
    if asked["engine"] == "atheris":
        import atheris

        around = atheris.instrument_imports(
            include=["inclusion_core"], enable_loader_override=False
        )
    listed = readers(around).READERS
    warnings.simplefilter("error")
    for reader in listed:
        if reader.id in (asked["only"] or [reader.id]):
            forked(asked, reader)


if __name__ == "__main__":
    main()
