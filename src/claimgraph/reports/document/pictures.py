"""What can be drawn of a report's claims: a network, two clocks, a map."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from claimgraph.analysis.context import Context, Proposition, is_unspecified
from claimgraph.analysis.corroboration import (
    Corroboration,
    corroborate_all,
    effective_origin,
)
from claimgraph.dates import span
from claimgraph.model import MODALITIES, POLARITIES, Claim, Entity
from claimgraph.reports.document import (
    DrawnLine,
    DrawnNode,
    MapMark,
    Pictures,
    TimeMark,
)
from claimgraph.reports.document.scope import accepted_claims, proposed_claims
from claimgraph.reports.document.wording import HIDDEN
from claimgraph.safe_text import shown_title

MOST_NEIGHBOURS = 14
MOST_THIRD_PARTIES = 8
MOST_NODES = 12
OPPOSITE = {"affirmed": "denied", "denied": "affirmed"}


def draw(
    claims: Sequence[Claim],
    context: Context,
    subjects: Collection[str],
    most: int | None = None,
) -> Pictures:
    """What a form may draw of these claims: all of them, and no others, are counted.

    Where claims tie the subjects (standing ids) to others, lines are those of the
    subjects: of two, those to each other and to third parties of both; of one, those
    to its neighbours. Else they are the most supported of all. `most` is how many
    other nodes may be drawn, the rest is counted in `left_out`; attacks give way to
    those who may have done them. Marks of time are those of claims about the subjects
    or by them, marks on the map those of all claims.
    """
    counted = list(corroborate_all(claims, context))
    centre = dict.fromkeys(context.canonical(one) for one in subjects)
    lines = sorted(drawn_lines(claims, context, counted), key=rank)
    timed = about(claims, context, centre)
    kept = around(lines, centre)
    if not kept:
        centre, kept = dict[str, None](), lines
    chosen, left_out = fitting(kept, centre, most)
    return Pictures(
        nodes=tuple(drawn_nodes(chosen, context, centre)),
        lines=tuple(chosen),
        marks=tuple(marks(timed, context, lanes(counted))),
        places=tuple(places(claims, context)),
        left_out=left_out,
    )


def about(
    claims: Sequence[Claim], context: Context, centre: Collection[str]
) -> list[Claim]:
    """The claims that tie two subjects, or that are about one or by it; else all."""

    def touches(claim: Claim) -> bool:
        ends = {context.canonical(one) for one in (claim.subject, claim.object) if one}
        if len(centre) == 2:
            return ends.issuperset(centre)
        return not ends.isdisjoint({*centre}) or context.origin(claim) in centre

    return [claim for claim in claims if touches(claim)] or list(claims)


def drawn_lines(
    claims: Sequence[Claim], context: Context, counted: Sequence[Corroboration]
) -> Iterator[DrawnLine]:
    """One line for each proposition between two entities and each polarity."""
    numbers = {(one.proposition, one.polarity): one for one in counted}
    found: dict[tuple[Proposition, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        proposition = context.proposition(claim)
        if claim.object is not None and proposition.object != proposition.subject:
            found[proposition, claim.polarity].append(claim)
    for (proposition, polarity), every in found.items():
        if proposition.object is None:
            continue
        # what nobody accepted says how a line is drawn only where nothing else does
        alike = accepted_claims(every) or every
        strongest = min(MODALITIES.index(claim.modality) for claim in alike)
        count = numbers.get((proposition, polarity))
        against = accepted_claims(
            found.get((proposition, OPPOSITE.get(polarity, "")), ())
        )
        yield DrawnLine(
            left=proposition.subject,
            right=proposition.object,
            relation=proposition.relation,
            polarity=polarity,
            modality=MODALITIES[strongest],
            independent=count.independent if count else 0,
            contested=bool(against and accepted_claims(alike)),
            claims=tuple(sorted(claim.id for claim in every)),
            directed=proposition.relation not in context.symmetric,
            speakers=tuple(line_speakers(alike, context, count)),
            proposed=tuple(sorted(claim.id for claim in proposed_claims(every))),
        )


def line_speakers(
    claims: Sequence[Claim], context: Context, count: Corroboration | None
) -> list[str]:
    """Who speaks most in each group, by name; where none counts, all origins."""
    origins = {claim.id: context.origin(claim) for claim in claims}
    groups = sorted(count.groups, key=lambda one: -len(one.claims)) if count else []
    if groups:
        spoken = [
            Counter(origins[one] for one in group.claims).most_common(1)[0][0]
            for group in groups
        ]
    else:
        spoken = sorted({*origins.values()})
    names = (HIDDEN if is_unspecified(one) else context.name(one) for one in spoken)
    return list(dict.fromkeys(names))


def rank(line: DrawnLine) -> tuple[int, bool, int, str, str, str, int]:
    """The most supported first, those of one proposition side by side."""
    polarity = POLARITIES.index(line.polarity)
    strength = (-line.independent, line.only_proposed, -line.contested)
    return *strength, line.left, line.right, line.relation, polarity


def around(lines: Sequence[DrawnLine], centre: Collection[str]) -> list[DrawnLine]:
    """The lines that touch a subject; of two subjects, with third parties of both."""
    touching = [line for line in lines if line.left in centre or line.right in centre]
    if len(centre) != 2:
        return touching
    sides: dict[str, set[str]] = defaultdict(set)
    for line in touching:
        sides[line.left].add(line.right)
        sides[line.right].add(line.left)
    both = {one for one in sides if sides[one].issuperset(centre)} | set(centre)
    return [line for line in touching if line.left in both and line.right in both]


def fitting(
    lines: Sequence[DrawnLine], centre: Collection[str], most: int | None
) -> tuple[list[DrawnLine], int]:
    """The lines between the nodes met first, and how many nodes that leaves out."""
    usual = (MOST_NODES, MOST_NEIGHBOURS, MOST_THIRD_PARTIES)[min(len(centre), 2)]
    room = usual if most is None else most
    met: dict[str, None] = {}
    for line in lines:
        for end in (line.left, line.right):
            if end not in centre:
                met.setdefault(end)
    actors_first = sorted(met, key=lambda one: one.startswith("attack/"))
    kept = {*actors_first[:room], *centre}
    chosen = [line for line in lines if line.left in kept and line.right in kept]
    return chosen, len(met.keys() - kept)


def drawn_nodes(
    lines: Sequence[DrawnLine], context: Context, centre: Collection[str]
) -> list[DrawnNode]:
    """The subjects as given, then the other ends, those with most lines first."""
    weights = Counter(end for line in lines for end in (line.left, line.right))
    others = sorted(weights.keys() - {*centre}, key=lambda one: (-weights[one], one))
    return [
        DrawnNode(one, context.name(one), one.partition("/")[0], one in centre)
        for one in (*centre, *others)
    ]


def lanes(counted: Sequence[Corroboration]) -> Mapping[str, str]:
    """The smallest origin of the group through which each claim counts."""
    return {
        claim: group.key
        for one in counted
        for group in one.groups
        for claim in group.claims
    }


def marks(
    claims: Sequence[Claim], context: Context, lane: Mapping[str, str]
) -> Iterator[TimeMark]:
    """Each claim on the clock of its words, then on that of what it is about.

    A claim that counts through no group is in the lane of its own origin.
    """
    for clock in ("said", "valid"):
        for claim in sorted(claims, key=lambda one: one.id):
            days = claim.said if clock == "said" else claim.valid
            allowed = span(days) if days else None
            article = context.articles.get(claim.article)
            origin = lane.get(claim.id) or effective_origin(claim, context)
            yield TimeMark(
                lane=lane_name(origin, context),
                clock=clock,
                claim=claim.id,
                first=allowed.earliest if allowed else None,
                last=allowed.latest if allowed else None,
                approximate=allowed is not None and allowed.approximate,
                published=article.published if article and clock == "said" else None,
            )


def lane_name(origin: str, context: Context) -> str:
    """The name of an origin; those whom articles hide are told apart by article."""
    if not is_unspecified(origin):
        return context.name(origin)
    stem = origin.partition("/unspecified-")[2]
    article = context.articles.get(stem)
    return f"{HIDDEN} ({shown_title(article.title) if article else stem})"


def places(claims: Sequence[Claim], context: Context) -> Iterator[MapMark]:
    """Each attack at each place where somebody says it was, as far as that is known."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in claims:
        located_in = context.compared(claim.relation) == "place"
        if located_in and claim.polarity == "affirmed":
            ends = (
                context.canonical(claim.subject),
                context.canonical(claim.object or ""),
            )
            found[ends].append(claim.id)
    for (attack, place), alike in sorted(found.items()):
        at = place_coordinates(place, context.entities)
        if at is None:
            continue
        yield MapMark(
            attack=attack,
            name=context.name(attack),
            place=place,
            place_name=context.name(place),
            lat=at[0],
            lon=at[1],
            claims=tuple(sorted(alike)),
        )


def place_coordinates(
    place: str, entities: Mapping[str, Entity]
) -> tuple[float, float] | None:
    """The coordinates of a place, or of the nearest one around it that has some."""
    met: set[str] = set()
    while place in entities and place not in met:
        entity = entities[place]
        if entity.lat is not None and entity.lon is not None:
            return entity.lat, entity.lon
        met.add(place)
        place = entity.within or ""
    return None
