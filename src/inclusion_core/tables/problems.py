"""What can be wrong with a Parquet file, or with what stands side by side in its columns."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "DAMAGED",
    "NEEDS_PARQUET",
    "NOT_IN_ORDER",
    "NOT_PARQUET",
    "NOT_PARTIAL",
    "OTHER_TYPE",
    "RECORD_TWICE",
    "UNKNOWN_TABLE",
    "WRONG_KIND",
]

NEEDS_PARQUET = Problem(
    kind="tables.needs-parquet",
    says=lv("Parquet datņu lasīšanai kaut kā trūkst, un nekas nav nolasīts").en(
        "something is missing that reads Parquet files, and nothing was read"
    ),
    remedy=lv("uzstādiet: pip install 'inclusion-core[parquet]'").en(
        "install it: pip install 'inclusion-core[parquet]'"
    ),
)
NOT_PARQUET = Problem(
    kind="tables.not-parquet",
    says=lv("tā nav Parquet datne, vai tās beigas ir nogrieztas").en(
        "this is no Parquet file, or its end is cut off"
    ),
    remedy=lv("uzrakstiet vai iekopējiet to no jauna").en("write it, or copy it, anew"),
)
DAMAGED = Problem(
    kind="tables.damaged",
    says=lv("no šīs rindas datne nav lasāma").en("from this row on the file cannot be read"),
    remedy=lv("uzrakstiet vai iekopējiet to no jauna; iepriekšējās rindas ir nolasītas").en(
        "write it, or copy it, anew; the rows before were read"
    ),
)
UNKNOWN_TABLE = Problem(
    kind="tables.unknown-table",
    says=lv("starp mapes Parquet datnēm, sakārtotām pēc nosaukuma, {position}. nav zināma").en(
        "of the Parquet files in the folder, sorted by name, number {position} is of no known type"
    ),
    remedy=lv("izņemiet to vai dodiet tai zināmu nosaukumu: {names}").en(
        "take it out, or give it a known name: {names}"
    ),
)
OTHER_TYPE = Problem(
    kind="tables.other-type",
    says=lv("datne pati saka, ka tajā ir cita veida ieraksti").en(
        "the file itself says that it holds records of another type"
    ),
    remedy=lv("dodiet tai tā veida nosaukumu, kura ieraksti tajā ir").en(
        "name it after the type whose records it holds"
    ),
)
WRONG_KIND = Problem(
    kind="tables.wrong-kind",
    says=lv("kolonnā ir {found}, nevis {wanted}").en("the column holds {found}, not {wanted}"),
    remedy=lv("pārveidojiet kolonnu par {wanted} un rakstiet datni no jauna").en(
        "cast the column to {wanted}, and write the file anew"
    ),
)
NOT_PARTIAL = Problem(
    kind="tables.not-partial",
    says=lv("daļēji zināmas dienas kolonnas nav savienojamas").en(
        "the columns of a day that is known in part do not go together"
    ),
    remedy=lv(
        "tukšai dienai, kuras _unknown ir partial, vajag _earliest un vēlāku _latest; citur tās "
        "ir tukšas"
    ).en(
        "an empty day whose _unknown is partial needs _earliest and a later _latest; elsewhere "
        "these are empty"
    ),
)
RECORD_TWICE = Problem(
    kind="tables.record-twice",
    says=lv("vairākām rindām ir viens id; neviena no tām nav ņemta").en(
        "several rows have one id; none of them is taken"
    ),
    remedy=lv("paturiet pareizo vai dodiet katrai savu id").en(
        "keep the one that is right, or give each an id of its own"
    ),
)
NOT_IN_ORDER = Problem(
    kind="tables.not-in-order",
    says=lv("rindas nav sakārtotas pēc id, un pa daļām tās nevar pārbaudīt").en(
        "the rows are not in the order of their ids, and cannot be checked in parts"
    ),
    remedy=lv("sakārtojiet datni pēc id un version vai lasiet to veselu").en(
        "sort the file by id and version, or read it whole"
    ),
)
