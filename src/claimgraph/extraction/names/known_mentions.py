"""Mentions of those who are known: the longest name, and whom it means here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimgraph.extraction.names.mention import Mention, SpokenSentence
from claimgraph.extraction.names.name_index import (
    COMMON,
    LISTED,
    OWN,
    NameHit,
    NameIndex,
    NameOf,
)
from claimgraph.extraction.names.phrases import WEEKDAYS
from claimgraph.extraction.words.name_words import is_common
from claimgraph.extraction.words.word_lists import words
from claimgraph.ids import id_prefix
from claimgraph.model import Entity, TextSpan

# who is meant first where a name is that of several
TYPES = ("group", "org", "state", "person", "community", "attack", "place")
IN_CAPITALS, AGAINST = words("names", "in_capitals"), words("names", "against")
NO_NAMES = words("names", "no_names")
NO_PROVINCES = words("places", "no_provinces")
# with which a name ends that begins with another group's
LONGER = frozenset(("guard", "guards", "front", "army", "brigade", "brigades", "corps"))
# after these the name of a province is a part of another place's name
BEFORE_PLACES = NO_PROVINCES | words("places", "beginnings")
NEAR_PLACES = words("places", "heads") | words("places", "kinds")
BESIDE_PLACES = NEAR_PLACES | words("attacks", "plain") | words("attacks", "bombing")
DEMONYMS = words("demonyms", "all")
# right before names, and no part of them
AROUND = words("people", "titles") | WEEKDAYS
# one of these alone names nobody, whatever lists say
COMMON_WORDS = NEAR_PLACES | words("bodies", "heads") | words("groups", "heads")
# words of which the names of many groups are made
COMMON_NAMES = words("groups", "heads") | words("groups", "militant")
HEADED = frozenset(("network", "clan", "leader", "commander", "chief", "group"))
GROUPISH = HEADED | words("groups", "members") | words("groups", "bodies")
PLACED = re.compile(
    r"(?:\b(?:in|at|near|from|of|to|across|outside|around|into|toward|towards|through"
    r"|throughout|within|inside|over|between|and|northern|southern|eastern|western"
    r"|central|neighbouring|neighboring|restive)(?: the)?|^|,)[\"' ]*$",
    re.IGNORECASE,
)
IN_COUNTRY = re.compile(
    r"\b(?:in|inside|across|throughout)(?: (?:the|[a-z-]*ern|central|much of"
    r"|parts of|neighbou?ring))* $",
    re.IGNORECASE,
)
LOOK_BACK = 24


@dataclass(frozen=True)
class Found:
    """Words that are a name of one of those who are written so."""

    passage: SpokenSentence
    hit: NameHit
    names: tuple[NameOf, ...]

    @property
    def span(self) -> TextSpan:
        """Its place."""
        return TextSpan(self.hit.start, self.hit.end)

    @property
    def is_province(self) -> bool:
        """Whether it is only the name of places smaller than a country, in a list."""
        return all(
            one.rank == LISTED
            and id_prefix(one.entity.id) == "place"
            and one.entity.kind != "country"
            for one in self.names
        )

    @cached_property
    def sure(self) -> list[Entity]:
        """Those whom the name means by itself: of those nearest to the corpus."""
        clear = [one for one in self.names if not one.alias.ambiguous]
        first = min((one.rank for one in clear), default=LISTED)
        if first > min(one.rank for one in self.names) == OWN:
            # a name that may be another's here is read by what the corpus says of it
            own = {one.entity.id for one in self.names if one.rank == OWN}
            clear = [one for one in clear if one.entity.id in own]
        return distinct(one.entity for one in clear if one.rank == first)

    @property
    def unsure(self) -> list[Entity]:
        """All whom the name may mean."""
        return distinct(one.entity for one in self.names)


def distinct(entities: Iterable[Entity]) -> list[Entity]:
    """Each entity once."""
    return list({one.id: one for one in entities}.values())


def found_names(
    passages: Iterable[SpokenSentence], index: NameIndex
) -> Iterator[Found]:
    """The names that stand in some sentences, the longest at each place."""
    begun = index.root.following
    for passage in passages:
        after, tokens = 0, passage.tokens
        for at, token in enumerate(tokens):
            if at < after or not (token.folded in begun or token.bare in begun):
                continue
            found = longest(passage, index.hits(passage.text, tokens, at))
            if found is not None:
                after = found.hit.last
                yield found


def longest(passage: SpokenSentence, hits: Iterable[NameHit]) -> Found | None:
    """The longest of some names that is written so and may stand there."""
    for hit in hits:
        said = passage.text[hit.start : hit.end]
        names = tuple(
            one
            for one in hit.names
            if one.is_written(said) and fits(passage, hit, one, said)
        )
        if names:
            return Found(passage, hit, names)
    return None


def fits(passage: SpokenSentence, hit: NameHit, naming: NameOf, said: str) -> bool:
    """Whether a name may stand among the words around it."""
    tokens = passage.tokens
    if passage.in_capitals and said.isupper() and said.lower() in IN_CAPITALS:
        return False
    hyphen = hit.first > 0 and passage.text[hit.start - 1] == "-"
    if hyphen and tokens[hit.first - 1].folded in AGAINST:
        return False
    alone = hit.last - hit.first == 1
    if alone and naming.rank == LISTED and tokens[hit.first].bare in COMMON_WORDS:
        return False
    prefix = id_prefix(naming.entity.id)
    if prefix == "place" and naming.entity.kind != "country" and naming.rank == LISTED:
        return not alone or not (
            tokens[hit.first].bare in NO_PROVINCES or is_last_name(passage, hit)
        )
    if prefix == "person" and (alone or naming.rank == LISTED):
        own = naming.rank == OWN or not alone
        return own and not named_longer(passage, hit)
    if prefix == "group" and naming.rank == LISTED and is_of_others(passage, hit):
        return False
    if alone and naming.rank == COMMON and begins_longer(passage, hit):
        return False
    if prefix == "group" and alone and naming.alias.ambiguous:
        # "Anas Haqqani" is nobody's group
        return not is_surname(passage, hit)
    return True


def is_last_name(passage: SpokenSentence, hit: NameHit) -> bool:
    """Whether the word before the name of a province makes it that of a person.

    "Pottu Amman had ordered it", and not "Greater Amman", "Arland's Amman".
    """
    if not follows_name_word(passage, hit):
        return False
    before = passage.tokens[hit.first - 1]
    plain = is_common([before.bare]) or before.bare in BEFORE_PLACES
    return not plain and before.bare == before.folded and hit.first > 1


def begins_longer(passage: SpokenSentence, hit: NameHit) -> bool:
    """Whether a short name begins the longer one of another group: the Dozo Guard."""
    if hit.last >= len(passage.tokens):
        return False
    after = passage.tokens[hit.last]
    beside = passage.text[hit.end : after.start] == " "
    return beside and after.is_capital and after.bare in LONGER


def is_of_others(passage: SpokenSentence, hit: NameHit) -> bool:
    """Whether plain words are the name of another group: National Army of Arland."""
    tokens, last = passage.tokens, hit.last
    of = last + 1 < len(tokens) and tokens[last].text == "of"
    plain = all(one.bare in COMMON_NAMES for one in tokens[hit.first : last])
    return bool(of and plain and tokens[last + 1].is_capital)


def is_placed(passage: SpokenSentence, hit: NameHit) -> bool:
    """Whether words around the name of a province tell that a place is meant."""
    tokens, text = passage.tokens, passage.text
    if hit.last < len(tokens) and tokens[hit.last].bare in BESIDE_PLACES:
        return True
    if text[hit.end : hit.end + 2] in (", ", " (", " -"):
        return True
    start = max(passage.span.start, hit.start - LOOK_BACK)
    return PLACED.search(text, start, hit.start) is not None or (
        text[hit.end : hit.end + 2] == "'s"
    )


def is_name_word(passage: SpokenSentence, at: int) -> bool:
    """Whether a word is capitalised like a part of a name."""
    token = passage.tokens[at]
    opens = at == 0 and token.folded in NO_NAMES
    common = token.folded in AROUND or token.bare in DEMONYMS
    return token.is_capital and not opens and not common


def follows_name_word(passage: SpokenSentence, hit: NameHit) -> bool:
    """Whether the word before is a part of the same name: no comma stands between."""
    if not hit.first or not is_name_word(passage, hit.first - 1):
        return False
    before = passage.tokens[hit.first - 1]
    gap = passage.text[before.end : hit.start]
    return gap == " " or (gap == ". " and len(before.text) == 1)


def named_longer(passage: SpokenSentence, hit: NameHit) -> bool:
    """Whether the word before or after is a part of the same name."""
    after = hit.last < len(passage.tokens) and passage.text[hit.end] == " "
    return follows_name_word(passage, hit) or (
        after and is_name_word(passage, hit.last)
    )


def is_surname(passage: SpokenSentence, hit: NameHit) -> bool:
    """Whether a name of one word is the last of a person's."""
    if hit.last < len(passage.tokens) and passage.tokens[hit.last].bare in GROUPISH:
        return False
    if hit.start != hit.end and passage.text[hit.start : hit.end].isupper():
        return False
    return follows_name_word(passage, hit)


def meaning_of(found: Found, spoken_of: frozenset[str]) -> Mention | None:
    """Whom a name means in an article that surely speaks of some; None where unsure."""
    unplaced = found.is_province and not is_placed(found.passage, found.hit)
    for entities in (found.sure, found.unsure):
        here = [one for one in entities if one.id in spoken_of]
        chosen = first_of_type(here if len(here) > 0 else entities)
        if chosen is None or (unplaced and chosen[0].id not in spoken_of):
            continue
        if entities is found.sure or here or is_cued(found):
            entity, others = chosen
            others = others or tuple(countries(entity, found))
            return Mention(found.span, entity, known=True, others=others)
    return None


def countries(entity: Entity, found: Found) -> Iterator[Entity]:
    """The country where a state is, where words before its name tell of a place."""
    start = max(found.passage.span.start, found.hit.start - LOOK_BACK)
    placed = IN_COUNTRY.search(found.passage.text, start, found.hit.start)
    if placed and id_prefix(entity.id) == "state":
        yield from (one for one in found.unsure if one.kind == "country")


def first_of_type(
    entities: Sequence[Entity],
) -> tuple[Entity, tuple[Entity, ...]] | None:
    """The one entity of the first type that there is, with a place of its name."""
    for prefix in TYPES:
        of_type = [one for one in entities if id_prefix(one.id) == prefix]
        if len(of_type) > 1:
            return None
        if of_type:
            others = [one for one in entities if id_prefix(one.id) == "place"]
            return of_type[0], tuple(one for one in others if one != of_type[0])
    return None


def is_cued(found: Found) -> bool:
    """Whether words beside a name that may be another's tell that a group is meant."""
    return any(one.rank == OWN for one in found.names) or has_group_word(found)


def has_group_word(found: Found) -> bool:
    """Whether the word before or after a name is one for a group or its members."""
    tokens, hit = found.passage.tokens, found.hit
    after = hit.last < len(tokens) and tokens[hit.last].bare in GROUPISH
    return after or (hit.first > 0 and tokens[hit.first - 1].folded in GROUPISH)


def evidence(found: Iterable[Found]) -> frozenset[str]:
    """The ids of those of whom an article surely speaks."""
    ids = set[str]()
    for one in found:
        if one.is_province and not is_placed(one.passage, one.hit):
            continue
        chosen = first_of_type(one.sure)
        if chosen is not None:
            ids.add(chosen[0].id)
    return frozenset(ids)
