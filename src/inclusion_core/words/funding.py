"""Words for the funding chain: funds, operations, contracts, costs, targets."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from inclusion_core.model.cost import CostBasis, CostCapPer
from inclusion_core.model.funding import ShareRule
from inclusion_core.texts import Text, lv

__all__ = ["CODES", "FIELDS", "TYPES"]

TYPES: Mapping[str, Text] = {
    "fund": lv("finansējuma avots").en("fund"),
    "operation": lv("projekts").en("operation"),
    "funding_share": lv("finansējuma daļa").en("funding share"),
    "budget_line": lv("budžeta pozīcija").en("budget line"),
    "cost_cap": lv("izmaksu ierobežojums").en("cost cap"),
    "target": lv("sasniedzamais rādītājs").en("target"),
    "programme": lv("programma").en("programme"),
    "provider": lv("pakalpojuma sniedzējs").en("provider"),
    "contract": lv("līgums").en("contract"),
    "cost_entry": lv("izmaksu ieraksts").en("cost entry"),
}

FIELDS: Mapping[str, Text] = {
    "operation.number": lv("projekta numurs").en("operation number"),
    "operation.beneficiary": lv("finansējuma saņēmējs").en("beneficiary"),
    "operation.budget_cents": lv("kopējās attiecināmās izmaksas (eiro centi)").en(
        "total eligible costs (euro cents)"
    ),
    "funding_share.percent": lv("daļa (procenti)").en("share (percent)"),
    "funding_share.rule": lv("noapaļošana").en("rounding"),
    "budget_line.number": lv("pozīcijas numurs").en("line number"),
    "budget_line.amount_cents": lv("summa (eiro centi)").en("amount (euro cents)"),
    "cost_cap.per": lv("vienība").en("unit"),
    "cost_cap.cap_cents": lv("ierobežojums bez PVN (eiro centi)").en(
        "cap without VAT (euro cents)"
    ),
    "target.metric": lv("rādītājs").en("metric"),
    "target.amount": lv("sasniedzamais skaits").en("number to reach"),
    "target.agreed_on": lv("vienošanās diena").en("day agreed"),
    "programme.declared_as": lv("programma katalogā").en("programme in the catalogue"),
    "contract.number": lv("līguma numurs").en("contract number"),
    "contract.signed_on": lv("parakstīšanas diena").en("day of signature"),
    "cost_entry.basis": lv("izmaksu veids").en("cost basis"),
    "cost_entry.month": lv("mēnesis").en("month"),
    "cost_entry.units": lv("vienību skaits").en("number of units"),
    "cost_entry.net_cents": lv("summa bez PVN (eiro centi)").en("amount without VAT (euro cents)"),
    "cost_entry.vat_cents": lv("PVN (eiro centi)").en("VAT (euro cents)"),
    "cost_entry.vat_eligible": lv("PVN ir attiecināms").en("VAT is eligible"),
}

CODES: Mapping[Enum, Text] = {
    ShareRule.AT_MOST: lv("ne vairāk par daļu").en("at most the share"),
    ShareRule.REMAINDER: lv("atlikums").en("remainder"),
    CostCapPer.PERSON: lv("persona").en("person"),
    CostCapPer.STAFF_MEMBER_MONTH: lv("viena darbinieka mēnesis").en("month of one staff member"),
    CostCapPer.SERVICE: lv("pakalpojums").en("service"),
    CostCapPer.MONTH: lv("mēnesis").en("month"),
    CostBasis.ACTUAL: lv("faktiskās izmaksas").en("actual cost"),
    CostBasis.UNIT_COST: lv("vienības izmaksas").en("unit cost"),
    CostBasis.LUMP_SUM: lv("vienreizējs maksājums").en("lump sum"),
    CostBasis.FLAT_RATE: lv("vienotā likme").en("flat rate"),
}
