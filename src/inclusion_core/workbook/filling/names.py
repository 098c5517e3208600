"""What the sheets of a workbook, or the columns of a sheet, are called: in words, and in code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from inclusion_core.texts import OR, Language, Text, listing
from inclusion_core.workbook.cells.lexicon import Lexicon, folded

__all__ = ["Names"]


@attrs.frozen(kw_only=True, repr=False)
class Names:
    """Finds by its name what has one.

    Attributes:
        texts: The words, by name in code.
        lexicons: The names in code, by words in each language.
    """

    texts: Mapping[str, Text]
    lexicons: Mapping[Language, Lexicon[str]]

    @classmethod
    def of(cls, texts: Mapping[str, Text]) -> Names:
        """What is called like that."""
        return cls(
            texts=texts,
            lexicons={
                language: Lexicon.of((text.in_(language), name) for name, text in texts.items())
                for language in Language
            },
        )

    def language(self, written: Iterable[object]) -> Language:
        """The language in which most of these are names; Latvian in case of doubt."""
        there = {folded(each) for each in written if isinstance(each, str)}

        def times(language: Language) -> int:
            return len(there & self.lexicons[language].words.keys())

        return max(Language, key=times)

    def find(self, written: object, language: Language) -> str | None:
        """What is called so: in that language, else in another, else in code."""
        if not isinstance(written, str):
            return None
        others = (each for each in Language if each is not language)
        for lexicon in (self.lexicons[each] for each in (language, *others)):
            match lexicon.find(written):
                case [one]:
                    return one
                case _:
                    pass
        name = folded(written)
        return name if name in self.texts else None

    def near(self, written: object) -> tuple[str, ...]:
        """What may be meant by what nothing is called."""
        found = [name for each in self.lexicons.values() for name in each.near(str(written))]
        return tuple(dict.fromkeys(found))

    def listed(self, names: Iterable[str]) -> Text:
        """Some of them by their words, to fill a slot with."""
        return listing((self.texts[name] for name in names), OR)
