"""Who and what the rows of a table name, as entities whose ids no order moves."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from claimgraph.loaders.builder import ClaimBuilder, entity_slug
from claimgraph.loaders.incident_cells import RowCells, matches, named_by_id
from claimgraph.model import Alias, Entity
from claimgraph.schema import load_schema
from claimgraph.tables.forms import BodyForm, MappingForm, PlaceForm, ReporterForm
from claimgraph.tables.numbers import degrees

# characters of a name; digits of what tells two names of one slug apart
LONGEST_NAME, LONGEST_SLUG, DIGITS = 300, 60, 6


class Bodies:
    """Makes the entities of the row at hand; all that is told of one is in its id."""

    def __init__(
        self, builder: ClaimBuilder, cells: RowCells, form: MappingForm
    ) -> None:
        self.builder, self.cells, self.form = builder, cells, form
        self.known = named_by_id(form.ids)
        self.kinds = {
            prefix: frozenset(node.kinds)
            for prefix, node in load_schema().by_prefix.items()
        }

    def body(self, form: BodyForm, attack: str) -> str | None:
        """The body that a column names; None where it names none that can be read.

        Somebody whom the table describes and does not name is another one in each row.
        """
        cells, column = self.cells, form.column
        if not cells.is_read(column, form.when):
            return None
        name = " ".join(cells.text(column, form.unknown).split())
        if not name or not self.is_name(column, name):
            return None
        prefix = self.prefix(form, name)
        return None if prefix is None else self.body_of(form, prefix, name, attack)

    def prefix(self, form: BodyForm, name: str) -> str | None:
        """What ids of such bodies begin with; None, counted, where nothing says it."""
        for pattern, prefix in form.types.items():
            if matches(name, [pattern]):
                return prefix
        found = self.cells.word(form.type)
        if found is None and not isinstance(form.type, str):
            reason = f"{form.type.column} says no type for them"
            self.cells.leave_cell(form.column, reason)
        return found

    def body_of(
        self, form: BodyForm, prefix: str, name: str, attack: str, several: bool = False
    ) -> str:
        """A body by its name; an unnamed one is of this row alone."""
        if name in self.form.ids:
            return self.known_body(self.form.ids[name])
        kind = form.kind if form.kind in self.kinds[prefix] and not several else None
        if matches(name, form.unnamed):
            row = attack.partition("/")[2]
            mark = marked_slug("", self.builder.article.id, name)
            found = f"{prefix}/unnamed-{row}{mark}"
            made = Entity(id=found, name=name, kind=kind, unnamed=True)
            return self.define(replace(made, collective=several))
        parts = [name] if kind is None else [name, kind]
        found = f"{prefix}/{self.form.source}-{marked_slug(name, *parts)}"
        return self.define(Entity(id=found, name=name, kind=kind, collective=several))

    def known_body(self, found: str) -> str:
        """A body whose id the mapping gives, with all names that it has there."""
        name, *others = self.known[found]
        aliases = tuple(Alias(one) for one in others)
        return self.define(Entity(id=found, name=name, aliases=aliases))

    def reporter(self, form: ReporterForm, attack: str) -> str | None:
        """Who reports; where a cell names several, all of them as one plural body."""
        text = " ".join(self.cells.text(form.column, form.unknown).split())
        if form.several is None or form.several.strip() not in text:
            return self.body(form, attack)
        names = [one.strip() for one in text.split(form.several.strip())]
        names = list(dict.fromkeys(filter(None, names)))
        whole = "; ".join(names)
        if not names or not self.is_name(form.column, whole):
            return None
        prefix = self.prefix(form, whole)
        if prefix is None:
            return None
        return self.body_of(form, prefix, whole, attack, several=len(names) > 1)

    def is_name(self, column: str, name: str) -> bool:
        """Whether a text is short enough for a name; else it is counted."""
        if len(name) <= LONGEST_NAME:
            return True
        self.cells.leave_cell(
            column, f"are longer than a name ({LONGEST_NAME} characters)"
        )
        return False

    def place(self, form: PlaceForm) -> tuple[str, str] | None:
        """Where a row happened, in the places around, and the column that says so."""
        cells = self.cells
        spot = self.coordinates(form)
        found: tuple[str, str] | None = None
        path: list[str] = []
        for at in reversed(range(len(form.names))):
            column = form.names[at]
            name = " ".join(cells.text(column, form.unknown).split())
            if not name or not self.is_name(column, name):
                continue
            path.append(name)
            kind = form.kinds[at] if at < len(form.kinds) else None
            around = found[0] if found else None
            at_spot = spot if at == 0 else None
            found = self.place_of(path, kind, around, at_spot), column
        if spot is not None and not cells.text(form.names[0], form.unknown):
            column = form.lat or ""
            if found is None:
                name = f"{spot[0]:g}, {spot[1]:g}"
                return self.place_of([name], None, None, spot), column
            cells.leave_cell(column, "the row does not name the place that they are of")
        return found

    def place_of(
        self,
        path: Sequence[str],
        kind: str | None,
        within: str | None,
        spot: tuple[float, float] | None,
    ) -> str:
        """A place by its name and all names around; another spot is another place."""
        parts = [*path, kind or ""]
        parts += [f"{one:.6f}" for one in spot or ()]
        found = f"place/{self.form.source}-{marked_slug(path[-1], *parts)}"
        lat, lon = spot or (None, None)
        return self.define(
            Entity(id=found, name=path[-1], kind=kind, within=within, lat=lat, lon=lon)
        )

    def coordinates(self, form: PlaceForm) -> tuple[float, float] | None:
        """Those of a row, where both can be read and are of the place itself."""
        cells, mark = self.cells, self.form.table.decimal
        if form.lat is None or form.lon is None:
            return None
        if not cells.is_read(form.lat, form.exact):
            return None
        lat = cells.parsed(form.lat, lambda one: degrees(one, 90, mark))
        lon = cells.parsed(form.lon, lambda one: degrees(one, 180, mark))
        if lat is None or lon is None:
            return None
        return round(lat, 6), round(lon, 6)

    def define(self, entity: Entity) -> str:
        """The entity, made once; its id holds all that is told of it."""
        held = self.builder.entities
        if entity.id not in held:
            held[entity.id] = entity
        return entity.id


def marked_slug(name: str, *parts: str) -> str:
    """A name as the end of an id, with digits that other names do not have.

    >>> marked_slug("Al-Aḥrār", "Al-Aḥrār"), marked_slug("北方", "北方")
    ('al-ahrar-88169d', '-78e208')
    """
    try:
        slug = entity_slug(name)[:LONGEST_SLUG] if name else ""
    except ValueError:
        slug = ""
    text = "\0".join(parts)
    return f"{slug}-{hashlib.sha256(text.encode()).hexdigest()[:DIGITS]}"
