"""One local Spark session for the tests of this folder, skipped where there is no Java."""

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "expr"))

ZONE = "Pacific/Apia"
"""It has no 30 December 2011: a day that becomes a moment of the session's zone is then moved."""

CONFIG = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.log.level": "OFF",
    "spark.python.sql.dataFrameDebugging.enabled": "false",
    "spark.sql.session.timeZone": ZONE,
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


def missing():
    """What is missing to run Spark here; empty for nothing."""
    if find_spec("pyspark") is None:
        return "pyspark is not installed"
    return "" if shutil.which("java") or os.environ.get("JAVA_HOME") else "there is no Java"


def pytest_collection_modifyitems(items):
    """Skip the tests of this folder, visibly, and let pass what pyspark itself warns of."""
    why = missing()
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore::FutureWarning:pyspark"))
            item.add_marker(pytest.mark.xdist_group("spark"))  # Java starts once
            if why:
                item.add_marker(pytest.mark.skip(reason=f"{why}: Spark is not tried"))


@pytest.fixture(scope="session")
def spark(tmp_path_factory):
    """A session in this process, which ends with the tests."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("inclusion_core")
    for name, value in CONFIG.items():
        builder = builder.config(name, value)
    folder = tmp_path_factory.mktemp("spark")
    session = builder.config("spark.sql.warehouse.dir", str(folder)).getOrCreate()
    gateway = session.sparkContext._gateway
    yield session
    session.stop()
    gateway.shutdown()
    gateway.proc.stdin.close()  # the virtual machine waits for that
    gateway.proc.wait(timeout=30)
