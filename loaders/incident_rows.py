"""A row of a table of incidents as claims, each with the cell that says it."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import TypedDict, Unpack

from claimgraph.loaders.builder import ClaimBuilder
from claimgraph.loaders.incident_bodies import Bodies, marked_slug
from claimgraph.loaders.incident_cells import RowCells
from claimgraph.loaders.incident_days import row_day
from claimgraph.loaders.rows import TableRow
from claimgraph.model import Entity, Value
from claimgraph.tables.forms import DoerForm, FightForm, FigureForm
from claimgraph.tables.mapping import TableMapping
from claimgraph.tables.numbers import whole_number

BY = "incidents 1"
LONGEST_NOTE = 1_000
# ids of rows that stand in an id as they are
PLAIN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Further(TypedDict, total=False):
    """What a claim may say besides its ends and its cell."""

    value: Value
    modality: str
    valid: str | None


class IncidentRows:
    """Reads row after row into a builder."""

    def __init__(
        self, builder: ClaimBuilder, mapping: TableMapping, head: Sequence[str]
    ) -> None:
        self.builder, self.form, self.head = builder, mapping.form, head
        self.cells = RowCells(builder, mapping.form.table.unknown)
        self.bodies = Bodies(builder, self.cells, mapping.form)
        self.by = f"{BY} {mapping.name}"
        self.seen: set[int] = set()
        self.chain: list[Mapping[str, object]] = []
        self.note = ""

    def read_row(self, row: TableRow, texts: Sequence[str]) -> None:
        """The claims of a row; whatever is not read of it is counted."""
        cells, form = self.cells, self.form
        cells.take(row.number, row.cells)
        if any(one.strip() for one in texts[len(self.head) :]):
            cells.leave(
                "cells beyond the last column that has a name", f"row {row.number}"
            )
        for when in form.only:
            if not cells.holds(when):
                cells.leave_row(f"the mapping reads other cells of {when.column}")
                return
        attack = self.attack(row, texts)
        if attack is None:
            return
        before = len(self.builder.claims)
        self.note = cells.filled(form.note)
        self.chain = self.hops(attack)
        day = self.read_date(attack)
        self.read_place(attack)
        for doer in form.doers:
            self.read_doer(attack, doer)
        for fight in form.fights:
            self.read_fight(attack, fight, day)
        for target in form.targets:
            found = self.bodies.body(target, attack)
            if found is not None:
                self.add(("TARGETED", attack, found), target.column)
        for method in form.methods:
            word = cells.word(method)
            if word is not None and cells.text(method.column):
                self.add(("METHOD", attack), method.column, value=Value(word=word))
        for figure in form.figures:
            self.read_figure(attack, figure)
        cells.leave_passed()
        if len(self.builder.claims) == before:
            cells.leave_row("no cell of them makes a claim")

    def add(
        self,
        ends: tuple[str, ...],
        at: str,
        note: str = "",
        own: Mapping[str, object] | None = None,
        **fields: Unpack[Further],
    ) -> None:
        """A claim that a cell makes, on the word of whoever the row names.

        `ends` are its relation, subject and object, if it has one; `own` is the hop of
        somebody who speaks inside what the row tells.
        """
        self.cells.taken.add(at)
        told = "; ".join(filter(None, (note, self.note)))
        cut = told if len(told) <= LONGEST_NOTE else f"{told[: LONGEST_NOTE - 1]}…"
        relation, subject, *target = ends
        self.builder.add(
            *(relation, subject, target[0] if target else None),
            quote=self.cells.raw(at),
            at=at,
            chain=self.chain if own is None else [*self.chain, own],
            note=cut or None,
            by=self.by,
            **fields,
        )

    def attack(self, row: TableRow, texts: Sequence[str]) -> str | None:
        """The attack that a row is about; None where its number stood above."""
        source = self.form.source
        parts = [self.cells.text(one) for one in self.form.id]
        number = "-".join(filter(None, parts))
        if number:
            slug = number.lower()
            plain = slug if PLAIN_ID.fullmatch(slug) else marked_slug(number, number)
        else:
            whole = json.dumps([one.strip() for one in texts]).encode()
            plain = hashlib.sha256(whole).hexdigest()[:12]
        found = f"attack/{source}-{plain}"
        key = int.from_bytes(hashlib.blake2b(found.encode(), digest_size=8).digest())
        if key in self.seen:
            same = "number" if number else "row"
            self.cells.leave_row(f"the same {same} stood further up")
            return None
        self.seen.add(key)
        called = self.cells.filled(self.form.name) or f"{source} {number or plain}"
        name = " ".join(called.split())
        kind = self.cells.word(self.form.kind)
        ids = ((source, number),) if number else ()
        return self.bodies.define(Entity(id=found, name=name[:300], kind=kind, ids=ids))

    def hops(self, attack: str) -> list[Mapping[str, object]]:
        """Who reports what a row says, from the outside in."""
        found: list[Mapping[str, object]] = []
        for one in self.form.reporters:
            holder = self.bodies.reporter(one, attack)
            if holder is not None:
                medium = self.cells.word(one.medium)
                hop = {"holder_id": holder, "implicit": True, "medium": medium}
                found.append({key: held for key, held in hop.items() if held})
        return found

    def read_date(self, attack: str) -> str | None:
        """The day as the row gives it, claimed; None where it gives none."""
        form = self.form.date
        found = None if form is None else row_day(self.cells, form)
        if found is None:
            return None
        self.add(
            ("OCCURRED_ON", attack),
            found.column,
            note=found.note,
            value=Value(on=found.edtf),
        )
        return found.edtf

    def read_place(self, attack: str) -> None:
        """Where it happened."""
        form = self.form.place
        found = None if form is None else self.bodies.place(form)
        if found is not None:
            self.add(("LOCATED_IN", attack, found[0]), found[1])

    def read_doer(self, attack: str, form: DoerForm) -> None:
        """Whom the table names for it, and that this group claimed it, if it did."""
        cells = self.cells
        found = self.bodies.body(form, attack)
        if found is None:
            return
        modality = cells.word(form.modality) or "stated"
        code = "" if isinstance(form.modality, str) else form.modality.column
        note = f"{code} {cells.text(code)}" if code and cells.text(code) else ""
        self.add(
            ("ATTRIBUTED_TO", attack, found),
            form.column,
            note=note,
            modality=modality,
        )
        if form.claimed is None or not cells.holds(form.claimed):
            return
        if not found.startswith("group/"):
            cells.leave_cell(
                form.claimed.column, "only a group can take responsibility"
            )
            return
        own: dict[str, object] = {"holder_id": found, "medium": cells.word(form.medium)}
        self.add(
            ("CLAIMED_BY", attack, found),
            form.column,
            note=f"{form.claimed.column} {cells.raw(form.claimed.column).strip()}",
            own={key: one for key, one in own.items() if one},
        )

    def read_fight(self, attack: str, form: FightForm, day: str | None) -> None:
        """Two sides that fought: rivals on that day."""
        cells = self.cells
        if not cells.is_read(form.one.column, form.when):
            cells.is_read(form.other.column, form.when)
            return
        one = self.bodies.body(form.one, attack)
        other = self.bodies.body(form.other, attack)
        if one is None or other is None:
            return
        if one == other:
            cells.leave_cell(form.other.column, "both sides are one")
            return
        self.add(
            ("RIVAL_OF", one, other),
            form.one.column,
            note=f"in {attack}",
            valid=day,
        )

    def read_figure(self, attack: str, form: FigureForm) -> None:
        """How many, with the ends of the range."""
        cells, mark = self.cells, self.form.table.decimal
        at = form.best or form.low or form.high or ""
        if not cells.is_read(at, form.when):
            return
        best, low, high = (
            cells.parsed(one, lambda text: whole_number(text, mark), form.unknown)
            for one in (form.best, form.low, form.high)
        )
        columns = {form.best: best, form.low: low, form.high: high}
        told = {one: held for one, held in columns.items() if one and held is not None}
        if not told:
            return
        value = range_value(best, low, high, cells.filled(form.of) or "people")
        if value is None:
            cells.leave_cell(at, "the best number is not within the range")
            return
        at, *others = told
        note = ", ".join(f"{one} {told[one]}" for one in others)
        self.add((form.relation, attack), at, note=note, value=value)


def range_value(
    best: int | None, low: int | None, high: int | None, of: str
) -> Value | None:
    """A range with the best number in it; None where that is outside.

    >>> range_value(3, None, None, "people") == Value(min=3, max=3, of="people")
    True
    >>> range_value(3, 1, 4, "x") == Value(min=1, max=4, best=3, of="x")
    True
    """
    least, most = (best, best) if low is None and high is None else (low, high)
    told = [one for one in (least, best, most) if one is not None]
    if told != sorted(told):
        return None
    return Value(min=least, max=most, best=None if least == most else best, of=of)
