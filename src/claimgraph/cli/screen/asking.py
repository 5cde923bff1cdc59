"""Each key of a claim asked for: by marking words, from a list, or by typing."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from textual.app import App

from claimgraph.api.claim_drafts import (
    all_relations,
    end_types,
    figure,
    listed_words,
)
from claimgraph.api.review_cards import Marks
from claimgraph.api.review_lists import (
    PickLine,
    entity_options,
    make_entity,
    passage_keys,
)
from claimgraph.cli.screen.marking import MarkScreen
from claimgraph.cli.screen.picker import Picker, TypedLine
from claimgraph.coding.drafts import ClaimDraft
from claimgraph.model import TextSpan
from claimgraph.schema.types import RelationType

SPEAKERS = ("group", "person", "org", "state", "community")
DENIAL = re.compile(
    r"\b(den(y|ie[sd]|ying|ials?)|reject\w*|dismiss\w*|refut\w*|disput\w*|disown\w*"
    r"|distanc\w*|disavow\w*|no|not|nor|never|neither|nothing|none|without|unrelated"
    r"|\w+n[\u2019']t)\b",
    re.IGNORECASE,
)
DAYS = "2021-05-06, 2021-05, 2021/2023, 2021/.. (from then on), 2021-05~ (about)"


@dataclass(slots=True)
class ClaimQuestions:
    """The questions about one draft; each tells whether it was answered.

    `near` is where in the article the reviewer was.
    """

    app: App[None]
    draft: ClaimDraft
    marks: Marks
    near: TextSpan

    @property
    def relation(self) -> RelationType | None:
        """The relation type, once it is said."""
        return self.draft.schema.relations.get(str(self.draft.keys.get("relation")))

    async def quote(self) -> bool:
        """Asks for the words that carry the claim."""
        span = await self.mark(
            "Quote: the fewest words that say it", whole="quote" in self.draft.keys
        )
        if span is None:
            return False
        keys = passage_keys(self.draft, span.start, span.end)
        before = dict(self.draft.keys)
        self.draft.keys.pop("nth", None)
        if "nth" in keys:
            self.draft.keys["nth"] = keys["nth"]
        wrong = self.draft.say("quote", keys["quote"])
        if wrong:
            self.draft.keys.clear()
            self.draft.keys.update(before)
            return self.refuse(wrong)
        self.near = span
        return True

    async def mark(self, title: str, *, whole: bool) -> TextSpan | None:
        """A passage of the article."""
        text = self.draft.article.text or ""
        marks = replace(self.marks, quote=None)
        screen = MarkScreen(title, text, marks, self.near, whole=whole)
        return await self.app.push_screen_wait(screen)

    def refuse(self, reasons: list[str]) -> bool:
        """Says why an answer cannot be taken."""
        self.app.notify("; ".join(reasons), severity="error", timeout=10, markup=False)
        return False

    async def choose(self, title: str, words: Mapping[str, str]) -> str | None:
        """A word of a list, with its meaning beside it."""
        options = [
            PickLine(word, word or "(none)", note) for word, note in words.items()
        ]
        found = await self.app.push_screen_wait(Picker(title, options))
        return None if found is None else found.value

    async def kind_of_claim(self) -> bool:
        """Asks for the relation type."""
        used = Counter(one.relation for one in self.draft.coded)
        ordered = sorted(all_relations(), key=lambda one: -used[one.name])
        options = [PickLine(one.name, one.name, sentence(one)) for one in ordered]
        found = await self.app.push_screen_wait(Picker("What does it say?", options))
        return found is not None and self.say("relation", found.value)

    def say(self, key: str, value: object) -> bool:
        """Takes a key; an empty word takes it away."""
        if value in ("", None):
            self.draft.keys.pop(key, None)
            return True
        wrong = self.draft.say(key, value)
        return self.refuse(wrong) if wrong else True

    async def subject(self) -> bool:
        """Asks of whom the claim is."""
        return await self.end("subject", "A")

    async def other_end(self) -> bool:
        """Asks for the second end: an entity or a value."""
        relation = self.relation
        if relation is None:
            return False
        if relation.value is None:
            return await self.end("object", "B")
        return await self.value(relation)

    async def end(self, key: str, letter: str) -> bool:
        """Asks for one end by a list of those who may be it."""
        relation = self.relation
        if relation is None:
            return False
        prefixes = end_types(relation, key)
        title = f"{sentence(relation, '', '')}: who or what is {letter}?"
        found = await self.entity(title, prefixes)
        return found is not None and self.say(key, found)

    async def entity(
        self, title: str, prefixes: Collection[str], first: Sequence[PickLine] = ()
    ) -> str | None:
        """An entity that is there, or a new one; `first` are lines before them."""
        listed = [*first, *entity_options(self.draft, prefixes)]
        while True:
            picked = await self.app.push_screen_wait(Picker(title, listed, prefixes))
            if picked is None or not picked.new_prefix:
                return None if picked is None else picked.value
            made = make_entity(self.draft, picked.new_prefix, picked.value)
            if isinstance(made, str):
                return made
            self.refuse(made)

    async def value(self, relation: RelationType) -> bool:
        """Asks for a number, a day or a word."""
        if relation.value == "word":
            word = await self.choose("Which?", relation.word_notes)
            return word is not None and self.say("value", {"is": word})
        if relation.value == "date":
            return await self.typed("value", "Which day?", DAYS, "on")
        many = await self.prompt(
            "How many?",
            "25, at least four, 20-40, about 4,000, dozens",
            "",
            lambda typed: (
                [] if figure(typed) else [f"{typed or 'nothing'} is no number"]
            ),
        )
        if many is None:
            return False
        counted = relation.counts or "people"
        of = await self.prompt(
            "Who or what is counted?", "as the article says it", counted, no_check
        )
        return of is not None and self.say("value", {**(figure(many) or {}), "of": of})

    async def prompt(
        self, title: str, note: str, value: str, check: Callable[[str], list[str]]
    ) -> str | None:
        """A line that is typed."""
        return await self.app.push_screen_wait(TypedLine(title, note, value, check))

    async def typed(self, key: str, title: str, note: str, inner: str = "") -> bool:
        """Asks for a key by typing it; the gate says what cannot be."""

        def wrong(text: str) -> list[str]:
            if not text and not inner:
                return []
            value: object = {inner: text} if inner else text
            return [one.reason for one in self.draft.problems_with(key, value)]

        held = self.draft.keys.get(key)
        text = await self.prompt(
            title, note, held if isinstance(held, str) else "", wrong
        )
        if text is None:
            return False
        return self.say(key, {inner: text} if inner else text)

    async def word(self, key: str, title: str) -> bool:
        """Asks for a word of a closed list."""
        found = await self.choose(title, listed_words(key))
        return found is not None and self.say(key, found)

    async def whether_so(self) -> bool:
        """Asks whether it is said to be so, where the quote has a word of denying."""
        if not has_denial(str(self.draft.keys.get("quote", ""))):
            return True
        words = listed_words("polarity")
        ordered = {"denied": words["denied"], **words}
        found = await self.choose("The quote has a word of denying: is it so?", ordered)
        if found is None or not self.say("polarity", found):
            return False
        return found != "withheld" or await self.word("reason", "How is it withheld?")

    async def finer(self, key: str, words: tuple[str, ...]) -> bool:
        """Asks for a finer word of the relation, or none."""
        found = await self.choose(f"Which {key}?", {"": "", **dict.fromkeys(words, "")})
        return found is not None and self.say(key, found)


def has_denial(quote: str) -> bool:
    """Whether a quote has a word by which things are denied.

    >>> has_denial("rejected the accusation"), has_denial("claimed the attack")
    (True, False)
    """
    return DENIAL.search(quote) is not None


def no_check(typed: str) -> list[str]:
    """What may be typed as one likes, but not left empty."""
    return [] if typed else ["type a word or two"]


def sentence(
    relation: RelationType, kind: str = " (kind)", role: str = " (role)"
) -> str:
    """What a claim of a type says of A and B."""
    return relation.sentence.format(
        subject="A", object="B", value="N", kind=kind, role=role
    )
