"""What can be wrong with data of another version than the one that is written."""

from __future__ import annotations

from inclusion_core.texts import lv
from inclusion_core.wire.problems import Problem

__all__ = [
    "NEWER_TYPE",
    "NOT_REWRITTEN",
    "NOT_TYPE_VERSIONS",
    "NO_SUCH_NAME_THEN",
    "TYPE_TWICE",
]

NOT_TYPE_VERSIONS = Problem(
    kind="wire.not-a-version",
    says=lv("type_versions nepasaka, kura katra ierakstu veida versija tā ir").en(
        "type_versions does not say which version of each record type this is"
    ),
    remedy=lv('rakstiet to kā {{"client": 2}}; nekas nav nolasīts').en(
        'write it as {{"client": 2}}; nothing was read'
    ),
)
NEWER_TYPE = Problem(
    kind="wire.newer-version",
    says=lv("{record_type} ir jaunāks par {version}. versiju, ko te prot lasīt").en(
        "{record_type} is of a later version than {version}, the latest that can be read here"
    ),
    remedy=lv("atjauniniet to, kas izplata šo ierakstu veidu; neviens no tiem nav nolasīts").en(
        "update what distributes this type of record; none of them was read"
    ),
)
NO_SUCH_NAME_THEN = Problem(
    kind="wire.unknown-type",
    says=lv("{said}. versijā {record_type} sauca citādi").en(
        "in version {said}, {record_type} had another name"
    ),
    remedy=lv(
        'ja dati ir šodienas veidā, rakstiet "type_versions": {{"{record_type}": {version}}}'
    ).en('where the data are as of today, write "type_versions": {{"{record_type}": {version}}}'),
)
TYPE_TWICE = Problem(
    kind="wire.type-twice",
    says=lv("{record_type} te ir arī ar citu nosaukumu").en(
        "{record_type} is here under another name as well"
    ),
    remedy=lv("apvienojiet abus vienā versijā; lasīts ir tikai pirmais").en(
        "join the two in one version; only the first was read"
    ),
)
NOT_REWRITTEN = Problem(
    kind="wire.not-migrated",
    says=lv("no agrākās versijas vērtībām nevar iegūt šodienas vērtības").en(
        "the values of the earlier version give none of today's"
    ),
    remedy=lv("izlabojiet tās tā, kā prasa agrākā versija: {names}").en(
        "correct them to what the earlier version asks for: {names}"
    ),
)
