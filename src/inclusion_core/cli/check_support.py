"""Support outside of its limits, as ``check`` sums it up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inclusion_core.checks.limits_kept import IneligibleSupport, SupportTotal
from inclusion_core.texts import Language, Plural, Text, lv

__all__ = ["support_fields", "support_lines"]

SERVICES = Plural(
    lv_zero="pakalpojumu",
    lv_one="pakalpojums",
    lv_other="pakalpojumi",
    en_one="service",
    en_other="services",
)
MINUTES = Plural(
    lv_zero="minūšu", lv_one="minūte", lv_other="minūtes", en_one="minute", en_other="minutes"
)
OUTSIDE = lv("{programme}, ārpus atļautā laika: {total}.").en(
    "{programme}, outside of the time allowed: {total}."
)
IN_GOOD_FAITH = lv("  pēc pakalpojuma dienā zināmā atļautajā laikā: {total}.").en(
    "  inside it by what was known on the day of the service: {total}."
)
UNDECIDED = lv("  nevar izlemt: {services}.").en("  cannot be decided: {services}.")
OF_SUPPORT = lv("  {support}: {total}.").en("  {support}: {total}.")
TOTAL = lv("{services}, {minutes}{without}, {cost}").en("{services}, {minutes}{without}, {cost}")
WITHOUT_MINUTES = lv(" (ilgums nav zināms: {services})").en(" (how long is not known: {services})")
COST = lv("izmaksas aptuveni {euros} EUR").en("cost about {euros} EUR")
NO_COST = lv("izmaksas nav zināmas").en("cost not known")


def support_lines(support: IneligibleSupport, language: Language) -> Iterator[str]:
    """What of a programme was outside of its limits, in lines; none where nothing was."""
    outside = support.total.services + support.in_good_faith.services + support.undecided
    if not outside:
        return
    lines = [OUTSIDE.filled(programme=support.programme, total=_total(support.total))]
    lines += [
        OF_SUPPORT.filled(support=kind.says, total=_total(total))
        for kind, total in support.by_support
        if total.services
    ]
    if support.in_good_faith.services:
        lines.append(IN_GOOD_FAITH.filled(total=_total(support.in_good_faith)))
    if support.undecided:
        lines.append(UNDECIDED.filled(services=SERVICES.counted(support.undecided)))
    yield from (each.in_(language) for each in lines)


def _total(total: SupportTotal) -> Text:
    without: Text | str = ""
    if total.without_minutes:
        without = WITHOUT_MINUTES.filled(services=SERVICES.counted(total.without_minutes))
    return TOTAL.filled(
        services=SERVICES.counted(total.services),
        minutes=MINUTES.counted(total.minutes),
        without=without,
        cost=NO_COST if total.cost_cents is None else COST.filled(euros=_euros(total.cost_cents)),
    )


def _euros(cents: int) -> Text:
    euros, rest = divmod(cents, 100)
    return Text(lv=f"{euros},{rest:02}", en=f"{euros}.{rest:02}")


def support_fields(support: IneligibleSupport) -> Mapping[str, object]:
    """The same as fields of a JSON document; costs in euro cents."""
    return {
        "programme": support.programme,
        **_fields(support.total),
        "by_support": [
            {"support": kind.id, **_fields(total)} for kind, total in support.by_support
        ],
        "in_good_faith": _fields(support.in_good_faith),
        "undecided": support.undecided,
    }


def _fields(total: SupportTotal) -> Mapping[str, object]:
    return {
        "services": total.services,
        "minutes": total.minutes,
        "without_minutes": total.without_minutes,
        "cost_cents": total.cost_cents,
    }
