"""The command ``records``: what can be recorded, plugins included, for people and for programs."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import TypeAlias

from inclusion_core.catalogue import Catalogue
from inclusion_core.cli.errors import MisuseError
from inclusion_core.cli.exits import Exit
from inclusion_core.cli.listing import listed
from inclusion_core.cli.parser import Parser, add_language, one_of
from inclusion_core.cli.screen import Screen
from inclusion_core.expr.schema import Field, RecordType, Schema
from inclusion_core.fields import Holding
from inclusion_core.texts import Language, lv
from inclusion_core.values import ABSENT
from inclusion_core.vocabulary import Vocabulary
from inclusion_core.wire.data_package import data_package
from inclusion_core.wire.json_schema import json_schema

__all__ = ["add_arguments", "run"]

NEEDED = lv("jāaizpilda").en("must be filled in")
NONE = lv("tukšs: nav").en("empty: none")
NOT_ASKED = lv("tukšs: nav jautāts").en("empty: not asked")
WORKED_OUT = lv("izskaitļo").en("worked out")
SETTLED = lv("nosaka vienreiz").en("settled once")
HELD = lv("glabā saskaņā ar {source}; mēnešus pēc projekta beigām: {months}").en(
    "held under {source}; months after the operation ends: {months}"
)
REFERS = lv("norāda uz {record_type}").en("names a {record_type}")

Write: TypeAlias = Callable[[Schema, Vocabulary], Mapping[str, object]]
FORMATS: Mapping[str, Write] = {"json-schema": json_schema, "data-package": data_package}


def add_arguments(parser: Parser) -> None:
    """Take a record type, and for whom it is told."""
    parser.add_argument(
        "record_type", metavar="TYPE", nargs="?", help="tell all of one record type"
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("format", ("text", *FORMATS)),
        default="text",
        help="text (default); json-schema of a document; data-package of a folder",
    )
    add_language(parser)


def run(arguments: Namespace, catalogue: Catalogue, screen: Screen) -> Exit:
    """List the record types, or tell all of one, or describe the files to other programs."""
    schema, words = catalogue.schema, catalogue.vocabulary
    language = Language(arguments.language)
    asked: str | None = arguments.record_type
    if arguments.format != "text":
        if asked is not None:
            raise MisuseError(
                f"{arguments.format} describes all record types; leave TYPE out",
                "inclusion-core records",
            )
        written = FORMATS[arguments.format](schema, words)
        screen.show(f"{json.dumps(written, ensure_ascii=False, indent=2)}\n")
    elif asked is None:
        types = [(each.name, words.type(each.name, language)) for each in schema]
        screen.show(listed(types))
    else:
        screen.show(_told(schema[asked], words, language))
    return Exit.FINE


def _told(record_type: RecordType, words: Vocabulary, language: Language) -> str:
    name = record_type.name
    fields = [
        (field.name, "; ".join(_of_field(record_type, field, words, language)))
        for field in record_type.fields.values()
    ]
    return f"{name}: {words.type(name, language)}\n{listed(fields)}{_held(record_type, language)}"


def _of_field(
    record_type: RecordType, field: Field, words: Vocabulary, language: Language
) -> list[str]:
    told = [words.field(record_type.name, field.name, language)]
    if field.reference is not None:
        there = words.type_text(field.reference.to)
        told.append(REFERS.filled(record_type=there).in_(language))
    if field.enum is not None:
        told.append(
            ", ".join(f"{each.value} ({words.code(each, language)})" for each in field.enum)
        )
    if field.derived is not None:
        told.append(WORKED_OUT.in_(language))
    elif field.empty is None:
        told.append(NEEDED.in_(language))
    else:
        told.append((NONE if field.empty is ABSENT else NOT_ASKED).in_(language))
    if field.frozen:
        told.append(SETTLED.in_(language))
    return told


def _held(record_type: RecordType, language: Language) -> str:
    """On what grounds its fields are held, each once."""
    holdings: dict[Holding, None] = {
        field.holding: None for field in record_type.fields.values() if field.holding is not None
    }
    return "".join(
        f"{HELD.filled(source=each.source.citation(language), months=each.months).in_(language)}\n"
        for each in holdings
    )
