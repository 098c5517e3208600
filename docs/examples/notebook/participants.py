# %% [markdown]
# # Use in a notebook
#
# From a folder of Parquet to figures, a chart, a share, the people behind a figure, and a table that may be published.
# This page is also [a notebook](participants.ipynb), and [a script with cells](participants.py) for editors that run those; all three say the same.
# [A register of any size](../../tutorial/register.md) goes slowly through what is quick here.
#
# Install `pip install 'inclusion-core[polars,parquet,charts]' inclusion-esf jupyterlab`.
# In a notebook a name on the last line of a cell shows itself.
#
# ## A folder
#
# Yours is written by [`inclusion-core convert`](../../how-to/exchange-tables.md), or by whoever keeps the register.
# To try things, write one of people who do not exist:

# %%
from datetime import date

from inclusion_core import Cases, Period, frames, load_catalogue, tables

catalogue = load_catalogue()
known_on = date(2025, 3, 31)
journal = catalogue.samples["esf.participants"].build(2014)
tables.write(journal, "participants", catalogue.schema)

# %% [markdown]
# What is in it, without anything of anybody:

# %%
caseload = journal.as_known_on(known_on)
caseload

# %% [markdown]
# ## Figures

# %%
from inclusion_esf.period_2014.indicators import ESF_INDICATORS_2018

year = Period.year(2024)
register = frames.register("participants", schema=catalogue.schema, known_on=known_on)
figures = frames.compute(
    ESF_INDICATORS_2018, register, period=year, known_on=known_on, by=["gender"]
)
figures.by()

# %% [markdown]
# `figures.by()` are the totals; nothing is hidden in them.
# As a frame of Polars, broken down by gender:

# %%
import polars as pl

results = pl.DataFrame(figures).filter(pl.col("metric").is_in(["esf.cr04", "esf.cr06"]))
results

# %%
results.columns
results.height

# %% [markdown]
# ## A chart
#
# What is not known stands beside what is counted.
# It is an Altair chart; `save` needs no browser and no network.

# %%
chart = frames.chart(figures, "CR04", "CR06", by="gender")
chart.save("by-gender.svg")
chart

# %% [markdown]
# ## A share, and between what it lies

# %%
from inclusion_esf.rates import RATES_2018

rate = next(each for each in RATES_2018 if each.of.id == "esf.cr06")
rates = frames.compute([rate.of, rate.among], register, period=year, known_on=known_on)
share = rates.share_of(rate.of.id, rate.among.id)
[f"{float(each):.0%}" for each in (share.least, share.value, share.most)]

# %% [markdown]
# Whatever the answers are that are not known, the share lies between the first and the last.
# Who drops them, or counts them as *no*, gets one number and no warning:

# %%
print(f"{float(share.least):.1%} to {float(share.most):.1%}")

# %% [markdown]
# ## Who is behind a figure
#
# For those who may see the ids.
# One case is read as one life is, and says why:

# %%
in_work = figures["CR06"].metric
behind = frames.members(register, in_work, period=year, known_on=known_on).collect()
key = behind.filter(pl.col("state") == "unknown").sort("id")["id"][0]
explained = frames.explain(register, in_work, key, period=year, known_on=known_on)
print(*explained.told()[-2:], sep="\n")

# %% [markdown]
# A decision or a window shows nothing of the person by itself, so that nothing of them is kept in a notebook that is passed on.
# It shows them where it is told to, as in [judge a case](../../how-to/judge-a-case.md):

# %%
sheltered = catalogue.samples["sif.mentoring"].build(2018).as_known_on(date(2018, 12, 3))
case = next(iter(Cases.of(sheltered, catalogue.schema)))
service = catalogue.eligibility("sif.mentoring")
decision = service.may_receive("social-mentor", case, on=date(2018, 12, 3))
decision.shown("en")

# %%
window = service.support("social-mentor", case, on=date(2018, 12, 3))
window.shown("en")

# %% [markdown]
# ## A table for everybody
#
# Numbers of few persons are hidden, and as much besides that none of them can be worked out:

# %%
from inclusion_core.publishing.safe_tables import safe_tables

asked = [figures[code].metric for code in ("CO03", "CO06", "CR06")]
safe = safe_tables(asked, register, period=year, known_on=known_on, by=["gender"])
safe

# %% [markdown]
# As a frame, with null for what is hidden:

# %%
pl.DataFrame(safe).filter(pl.col("axis") == "gender")

# %% [markdown]
# It is a report as any other: `safe.shown("lv")` is the same in Latvian, and [every format](../../how-to/report-formats.md) writes it:

# %%
from pathlib import Path

from inclusion_core import Language

page = catalogue.formats["html"].render(safe, Language.EN)
Path("safe-table.html").write_bytes(page)

# %% [markdown]
# More of it is told in [exchange tables](../../how-to/exchange-tables.md#from-a-folder-of-parquet-to-a-safe-table), and what to think of before a second table in [publish a report](../../how-to/publish-a-report.md).
#
# ## Good to know
#
# - What a cell shows is stored in the notebook. Clear the outputs before you pass on one that shows members or a case.
# - A caseload shows numbers of records, a catalogue what is installed; neither shows a person.
# - `figures.to_pandas()`, `to_arrow()` and `to_duckdb(connection)` hand over the same rows.
