"""The passage that is quoted: short, whole words, and on one line."""

from collections.abc import Iterator, Sequence

from claimgraph.extraction.rules.spokesmen import SAID_OWN
from claimgraph.extraction.speech.modality import UNCLEAR
from claimgraph.extraction.steps.hits import Hit
from claimgraph.extraction.trees.climbing import VERIFYING
from claimgraph.extraction.trees.denying import is_denial
from claimgraph.extraction.trees.ends import EndPair
from claimgraph.extraction.trees.reading import Reading
from claimgraph.extraction.trees.silences import REFUSALS
from claimgraph.extraction.trees.tree import RELATIVE, SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.model import Polarity, TextSpan

# the frame of who does not say who did it
SILENT = "silent-on-doer"
# and those of all that tell of a doer who is not told
KEPT_BACK = (SILENT, "nothing-on-doer", UNCLEAR, "unverified", "no-part")
# what says that something is not so, or is not said
TURNS = (
    cues("modality", "denials")
    | cues("modality", "refusals")
    | cues("silence", "not_said")
    | cues("silence", "untrue")
    | cues("silence", "turning")
)
# how clauses hang on others that say nothing of them
APART = ("advcl", "relcl", "parataxis", "appos")


class Quotes:
    """Finds in one sentence the passages that carry claims."""

    def __init__(self, reading: Reading, text: str) -> None:
        self.reading, self.text = reading, text

    def own_cue(self, hit: Hit) -> TextSpan:
        """The words by which somebody speaks for himself: claimed responsibility."""
        words = [hit.trigger, *([hit.noun] if hit.noun is not None else [])]
        return self.reading.words_span(words)

    def quote(self, hit: Hit, pair: EndPair, polarity: Polarity) -> TextSpan:
        """The shortest passage with the trigger, both ends, and what turns it round."""
        plain = self.plain_quote(hit, pair)
        return plain if polarity == "affirmed" else self.with_turn(plain)

    def with_turn(self, quote: TextSpan) -> TextSpan:
        """A passage with the nearest word that denies it, or keeps it back.

        "None of its fighters took part", "no sign that A did it".
        """
        turns = [
            one
            for one in self.reading.tree.words
            if not TURNS.isdisjoint((one.lemma, one.text.lower()))
        ]
        if any(quote.start <= one.start < quote.end for one in turns):
            return quote
        before = [one.start for one in turns if one.start < quote.start]
        behind = [one.end for one in turns if one.end > quote.end]
        start = before[-1] if before else quote.start
        end = behind[0] if behind and not before else quote.end
        return TextSpan(start, end)

    def plain_quote(self, hit: Hit, pair: EndPair) -> TextSpan:
        """The shortest passage with the trigger and what stands for both ends."""
        spans = [self.own_cue(hit), pair.subject.words]
        if pair.object is not None:
            spans.append(pair.object.words)
        if pair.words is not None:
            spans.append(pair.words)
        if hit.entry.frame.name == SAID_OWN:
            spans += [self.reading.words_span(one) for one in self.own_deeds(hit)]
        if hit.entry.frame.name in KEPT_BACK:
            spans.append(self.reading.words_span(self.asked(hit)))
        return quote_of(self.text, self.reading, hit, spans)

    def own_deeds(self, hit: Hit) -> Iterator[list[int]]:
        """The words of who did what in "A said its men carried out B"."""
        tree = self.reading.tree
        for verb in (one for words in hit.slots["deed"] for one in words):
            if tree[verb].is_verb:
                doers = tree.children(verb, *SUBJECTS)
                yield [verb, *(two for one in doers for two in tree.below(one))]

    def asked(self, hit: Hit) -> list[int]:
        """The words of who is not told: "who was behind it"."""
        tree = self.reading.tree
        found = [one for words in hit.slots["asked"] for one in words]
        verbs = [tree[one].head for one in found if tree[one].tag in RELATIVE]
        return [two for one in (*found, *verbs) for two in (one, *tree.kids[one])]


def quote_of(
    text: str, reading: Reading, hit: Hit, spans: Sequence[TextSpan]
) -> TextSpan:
    """From the first to the last of what carries a claim, within its sentence.

    What turns it round is part of it: the "not" and the "may" of its verb, and its
    "refused to".
    """
    tree = reading.tree
    parts = list(spans)
    for kid in tree.children(hit.trigger, "neg", "aux", "auxpass"):
        parts.append(TextSpan(tree[kid].start, tree[kid].end))
    said_by_it = hit.entry.frame.bearing == "noun" and tree[hit.trigger].dep == "nsubj"
    for above in () if said_by_it else refusal(tree, hit.trigger):
        parts.append(TextSpan(tree[above].start, tree[above].end))
    parts = [
        one
        for one in parts
        if reading.span.start <= one.start and one.end <= reading.span.end
    ]
    start = min(one.start for one in parts)
    end = max(one.end for one in parts)
    return without_outer_signs(text, start, end)


def refusal(tree: Tree, trigger: int) -> list[int]:
    """The words above a verb by which it is not done or not so: denied that."""
    found: list[int] = []
    turned: list[int] = []
    near = True
    below = trigger
    for above in tree.climb(trigger):
        if tree[below].dep in APART:
            break
        below = above
        found.append(above)
        negated = tree.children(above, "neg")
        if near and tree[above].lemma in REFUSALS | {"without"}:
            turned = found
        if is_denial(tree, above) or (tree[above].lemma in VERIFYING and negated):
            return [*found, *negated, *tree.children(above, "aux")]
        near = near and tree[above].lemma in ("of", "from", "short")
    return turned


def without_outer_signs(text: str, start: int, end: int) -> TextSpan:
    """A passage without spaces and commas at its ends."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ",;:-"):
        start += 1
    return TextSpan(start, end)
