"""What is gathered on the way up from a trigger of how it is said."""

from claimgraph.extraction.trees.clauses import (
    CONDITIONS,
    is_condition,
    is_singled_out,
    is_unreal,
)
from claimgraph.extraction.trees.denying import (
    is_called_false,
    is_denial,
    is_hint,
    is_no_way,
    is_of_none,
    is_there_none,
    is_unsure,
    is_untrue_clause,
    is_wished,
)
from claimgraph.extraction.trees.ordinals import is_counted
from claimgraph.extraction.trees.silences import REFUSALS, is_neither, is_unsaid, untold
from claimgraph.extraction.trees.tree import SUBJECTS, Tree
from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.doubts import DOUBTFUL, DOUBTFUL_NOUNS, stronger
from claimgraph.extraction.words.lexicon import Entry
from claimgraph.extraction.words.telling import CONTENTS
from claimgraph.model import Modality, Reason
from claimgraph.schema import load_schema

CRITICISMS = cues("modality", "criticisms")
# whoever wants it has not done it yet
WISHES = cues("modality", "wishes")
SUSPICIONS = cues("modality", "suspicions")
ALLEGATIONS = cues("modality", "allegations")
GUESSES = cues("modality", "guesses")
REALIZED = cues("modality", "realized")
NAMING = cues("clauses", "naming")
# what is done to say so: called to claim it
CONTACTING = cues("modality", "contacting")
HINTS = cues("modality", "hints")
ENDING = cues("modality", "ending")
ANSWERING = cues("silence", "answering")
ANSWERED = cues("silence", "answered")
REFUSED = ("xcomp", "ccomp", "prep", "advmod", "acomp")
EVIDENCE, AWARE = cues("modality", "evidence"), cues("modality", "aware")
# who does not admit it is silent, who cannot verify it does not know
ADMITTING, VERIFYING = cues("silence", "admitting"), cues("silence", "verifying")
# what is false where reports of it are
UNTOLD = CONTENTS | {"death", "killing", "demise"}
MAY = ("may", "might", "could")
# the frame of those who do something together
TOGETHER = "together"


class Climb:
    """The negations, denials, doubts and silences above a trigger."""

    def __init__(self, tree: Tree, entry: Entry) -> None:
        self.tree, self.entry = tree, entry
        self.modality: Modality = entry.modality
        self.negations = 0
        self.denials = 0
        self.reason: Reason | None = None
        self.wished = self.skip = self.asked = self.unproven = False
        # "did not think of killing" denies nothing
        self.straight = True

    def doubt(self, modality: Modality) -> None:
        """Take a modality if it is the stronger one."""
        self.modality = stronger(self.modality, modality)

    def at(self, i: int, *, own: bool) -> None:
        """The words that hang on a verb or on a noun of the way."""
        tree = self.tree
        negative = tree.is_negated(i) or is_of_none(tree, i, own=own)
        if negative and self.straight:
            self.negations += 1
        for kid in tree.children(i, "aux", "advmod", "amod", "mark", "acomp"):
            word = tree[kid]
            if word.dep == "aux" and word.lemma in MAY:
                self.doubt("possible")
            if word.dep == "aux" and word.lemma == "will" and own:
                self.wished = True
            if (word.dep, word.lemma) == ("aux", "would") and is_unreal(tree, kid):
                self.doubt("hypothetical")
            if word.dep == "acomp" and own and tree.is_negated(kid):
                self.negations += 1
            if word.dep in ("advmod", "amod", "acomp"):
                self.doubt(DOUBTFUL.get(word.text.lower(), "stated"))
            if word.dep == "mark" and word.lemma in CONDITIONS:
                self.doubt("hypothetical")
                self.asked |= word.lemma == "whether"

    def infinitive(self, i: int) -> None:
        """A verb with "to" after what does not make it happen."""
        tree = self.tree
        # "trained to be its leader"
        i = tree[i].head if tree[i].dep == "attr" else i
        while tree[i].dep == "conj" and not tree.children(i, "aux", *SUBJECTS):
            # "a plan to seize and behead him"
            i = tree[i].head
        marks = [tree[kid].lemma for kid in tree.children(i, "aux")]
        above = tree[tree[i].head]
        # "the second to be killed"
        counted = tree[i].dep == "relcl" and is_counted(tree, above.i)
        if "to" not in marks or "have" in marks or counted:
            return
        if tree[i].dep == "xcomp" and above.lemma in NAMING:
            # "named him to lead it", as well as "are said to"
            return
        calls = self.entry.origin is not None and above.lemma in CONTACTING
        if not (above.is_verb and (calls or above.lemma in REALIZED)):
            self.wished = True
        elif above.i != i:
            self.infinitive(above.i)

    def noun(self, i: int) -> None:
        """The words before a noun: "no links", "all the hallmarks", "alleged ties"."""
        tree = self.tree
        for kid in tree.kids[i]:
            low = tree[kid].text.lower()
            if tree[kid].dep in ("det", "neg") and low in ("no", "neither"):
                self.negations += 1
            if tree[kid].dep == "amod":
                self.doubt(DOUBTFUL.get(low, "stated"))
            if low == "all" and self.modality == "possible":
                self.modality = "suspected"

    def above(self, below: int, i: int) -> bool:
        """A word above the trigger; False where the way up ends."""
        tree, word, dep = self.tree, self.tree[i], self.tree[below].dep
        if dep in ("relcl", "acl") and (content := word.lemma in CONTENTS):
            self.noun_above(i)
            return content
        if dep == "relcl" or (dep == "acl" and tree[below].tag == "VBN"):
            self.clause_of(dep, i)
            return False
        if dep in ("nsubj", "nsubjpass", "appos", "conj", "poss", "compound"):
            if dep in SUBJECTS and tree[below].lemma in UNTOLD:
                self.denials += is_called_false(tree, i)
            return dep == "conj" and self.above_conjunct(below, i)
        if dep in ("parataxis", "advcl") and tree[below].is_verb:
            if is_condition(tree, below):
                self.doubt("hypothetical")
            return False
        if word.is_noun:
            if dep in ("acl", "prep", "pcomp", "pobj"):
                self.noun_above(i)
            return True
        return self.word_above(below, i)

    def clause_of(self, dep: str, i: int) -> None:
        """A noun that a clause tells more of: "nothing to suggest", "it was not A"."""
        tree, word = self.tree, self.tree[i]
        if dep == "acl":
            # "condemned the attack blamed on them"
            self.noun_above(i)
        elif word.lemma == "nothing":
            self.unproven = True
        elif is_no_way(tree, i):
            self.denials += 1
        elif is_singled_out(tree, i):
            self.negations += tree.is_negated(word.head)
            self.denials += is_untrue_clause(tree, word.head)

    def word_above(self, below: int, i: int) -> bool:
        """A verb, or another word that is no noun, above the trigger."""
        tree, word, dep = self.tree, self.tree[i], self.tree[below].dep
        if dep == "pcomp" and word.lemma not in ("of", "for", "without"):
            self.straight = False
        if dep == "ccomp":
            # "it is untrue that A did it"
            self.denials += is_untrue_clause(tree, i)
        if word.lemma == "without":
            self.negations += 1
        own = dep == "dobj" and self.entry.frame.bearing == "noun"
        if self.ends_at(below, i) or (own and word.lemma in ENDING):
            # what somebody is to end is there
            return False
        self.verb_above(below, i)
        negated = tree.is_negated(i) or tree.is_negated(word.head)
        if word.lemma in AWARE and negated:
            # "we are not aware of any"
            self.unproven = True
            return False
        if self.asked and tree.is_negated(i):
            # "it is not clear whether"
            self.skip = True
            return False
        if word.is_verb or word.pos == "ADJ":
            self.at(i, own=False)
        return True

    def ends_at(self, below: int, i: int) -> bool:
        """Whether a verb says all that there is to say: denies it, keeps silent."""
        tree, word, dep = self.tree, self.tree[i], self.tree[below].dep
        if word.lemma in CRITICISMS:
            # "condemned the killing of ten": so many it were
            self.skip = "value" not in self.entry.ends
            return True
        denied = is_denial(tree, i)
        if denied and is_neither(tree, i):
            self.reason = "silent"
            return True
        if denied and dep == "ccomp" and below < i and tree.children(i, "dobj"):
            # "A accused B of it, a charge that B denies", read the other way round
            return True
        if denied and word.lemma == "rule" and tree.is_negated(i):
            self.doubt("possible")
            self.skip |= load_schema().relations[self.entry.relation].actor is None
            return True
        if denied and (
            dep != "prep" or tree[below].lemma in ("of", "on", "upon", "as")
        ):
            self.denials += 1
            if word.lemma == "doubt":
                self.doubt("suspected")
            if tree.is_negated(i):
                self.skip = True
            return True
        return self.is_kept_back(below, i)

    def is_kept_back(self, below: int, i: int) -> bool:
        """Whether a verb tells that somebody does not say or know whether it is so."""
        tree, word, dep = self.tree, self.tree[i], self.tree[below].dep
        unable = tree.is_negated(i) or is_unsaid(tree, i)
        of_noun = self.entry.frame.bearing == "noun" and dep in ("dobj", "prep")
        if word.lemma in VERIFYING and unable:
            clause = dep in ("ccomp", "xcomp", "advcl", "dep")
            passive = dep in SUBJECTS and tree.is_passive(i)
            claim = dep == "dobj" and tree[below].lemma in CONTENTS
            self.unproven |= clause or of_noun or passive or claim
            return self.unproven
        who = tree.children(i, *SUBJECTS)
        if any(tree[one].lemma in EVIDENCE and is_there_none(tree, one) for one in who):
            # "no evidence has emerged that"
            self.unproven |= dep in ("ccomp", "advcl", "acl", "dep")
            return self.unproven
        clause = dep == "ccomp" or (
            dep in ("xcomp", "prep") and word.lemma in ADMITTING
        )
        # "did not comment on the charge that it did"
        silent = dep == "prep" and tree.is_negated(i) and word.lemma in ANSWERING
        silent |= clause and untold(tree, i)
        if silent or (self.asked and is_unsaid(tree, i)):
            self.reason = "silent"
            return True
        return False

    def verb_above(self, below: int, i: int) -> None:
        """How sure a verb is of what hangs on it."""
        tree, word, dep = self.tree, self.tree[i], self.tree[below].dep
        if word.lemma == "suggest" and is_hint(tree, i):
            self.doubt("suspected")
        if dep == "prep" and tree[below].lemma == "against" and word.is_verb:
            # "cautioned against blaming them"
            self.reason = "does-not-blame"
        elif word.lemma in REFUSALS and dep in REFUSED and self.entry.frame.mutual:
            # whoever refuses to talk to another has no talks with him
            self.negations += 1
        elif word.lemma in REFUSALS and dep in REFUSED:
            self.reason = "declines-to-name"
        elif self.entry.frame.name == TOGETHER and dep in ("dobj", "prep"):
            # who plans it together is together already
            pass
        elif word.lemma in WISHES and is_wished(word, tree[below]):
            self.wished |= dep != "ccomp" or word.lemma in ("fear", "warn")
        if self.reason is None and is_unsure(tree, below, i):
            self.reason = "cannot-verify"
        if word.lemma in SUSPICIONS and dep in ("ccomp", "xcomp", "prep", "oprd"):
            self.doubt("suspected")
        if word.lemma in ALLEGATIONS and dep in ("ccomp", "xcomp", "prep", "oprd"):
            self.doubt("alleged")
        if word.lemma in GUESSES and tree.is_passive(i):
            self.doubt("possible")

    def above_conjunct(self, below: int, i: int) -> bool:
        """A verb that shares its helping verbs with the one joined to it."""
        tree = self.tree
        if not tree[i].is_verb or tree.children(below, "nsubj", "nsubjpass"):
            return False
        if any(tree[kid].lemma in MAY for kid in tree.children(i, "aux")):
            self.doubt("possible")
        if is_condition(tree, i):
            self.doubt("hypothetical")
        return False

    def noun_above(self, i: int) -> None:
        """A noun that says what the clause below is: a plan, a suspicion, a denial."""
        tree, lemma = self.tree, self.tree[i].lemma
        if lemma == "nothing" or (lemma in EVIDENCE and is_there_none(tree, i)):
            self.unproven = True
        if lemma in ANSWERED and is_there_none(tree, i):
            # "no comment on the charge that it did"
            self.reason = "silent"
        if lemma in ("plan", "plot", "threat", "vow", "intention", "bid", "attempt"):
            self.wished = True
        self.doubt("possible" if lemma in HINTS else "stated")
        self.doubt(DOUBTFUL_NOUNS.get(lemma, "stated"))
        self.denials += lemma == "truth" and is_there_none(tree, i)
