"""The words by which attacks are told, as the lists have them."""

from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.inflection import verb_forms
from claimgraph.extraction.words.word_lists import words

KINDS = ("bombing", "shooting", "rocket", "assassination", "raid", "kidnapping")
KIND_NOUNS = {word: kind for kind in KINDS for word in words("attacks", kind)}
BACK = words("attacks", "back")
ONLY_BACK = BACK - words("attacks", "plain") - KIND_NOUNS.keys()
NOUNS: dict[str, str | None] = {
    **dict.fromkeys(words("attacks", "plain")),
    **KIND_NOUNS,
    **dict.fromkeys(ONLY_BACK),
}
PLURALS = frozenset(one for one in NOUNS if one.endswith("s"))
NOUNS_TOO = words("attacks", "nouns_too")


def told_forms(lemma: str) -> tuple[str, ...]:
    """The forms of a verb by which it is known: of "bomb" not those of the noun."""
    forms = verb_forms(lemma)
    plain = {*forms.finite[:2]} - {*forms.participle} if lemma in NOUNS_TOO else ()
    return tuple(one for one in forms.every if one not in plain)


VERBS: dict[str, str | None] = {
    **{
        form: None
        for one in words("attacks", "plain_verbs")
        for form in told_forms(one)
    },
    **{
        form: kind
        for kind in KINDS
        for one in words("attacks", f"{kind}_verbs")
        for form in told_forms(one)
    },
}
UNREAL, FRESH = words("attacks", "unreal"), words("attacks", "fresh")
UNMADE = words("attacks", "unmade")
GOING_ON, STOPS = words("attacks", "going_on"), words("attacks", "stops")
WEAK = words("attacks", "weak")
WAYS = {
    word: kind
    for name, kind in (
        ("by_bomb", "bombing"),
        ("by_gun", "shooting"),
        ("by_rocket", "rocket"),
        ("by_air", "bombing"),
        ("by_fire", "raid"),
        ("by_knife", "raid"),
    )
    for word in words("attacks", name)
}
NOT_BEFORE, NOT_AFTER = (
    words("attacks", "no_attack"),
    words("attacks", "no_attack_after"),
)
FIRED = words("attacks", "fired")
NUMBERS = words("attacks", "numbers")
THE = frozenset(("the", "this", "that", "these", "those", "both"))
DETERMINERS = THE | {"a", "an", "another", "its", "their", "his", "her", "any", "no"}
# before a verb in its plain form: nothing has happened
WILLING = frozenset(
    ("to", "will", "would", "can", "could", "may", "might", "not", "should")
)
# behind the noun of a bomb that is no part of a longer one: "bomb squad"
ENDING = {"", *STOPS, *VERBS, "went", "that", "tore", "ripped", "rocked"}
# verbs that tell of an attack only beside a word for a weapon or another such verb
LEANING = words("attacks", "leaning_forms") | {
    form for one in words("attacks", "leaning") for form in told_forms(one)
}
# the plain forms of verbs that are mostly nouns
PLAIN = NOUNS_TOO - NOUNS.keys()
PLAIN_KINDS = {one: kind for kind in KINDS for one in words("attacks", f"{kind}_verbs")}
# of these, what is a verb behind a name in a headline
HEADLINE = words("attacks", "headline")
# right before one that is no noun: "gunmen storm a hotel"
MEN = words("attacks", "men")
# away from where one was
AWAY = frozenset(("out", "back", "off", "from"))
# verbs of many meanings, each with what must stand behind it
ASKED = (
    *((one, words("attacks", "take_with")) for one in ("tak", "took")),
    ("set", words("attacks", "set_with")),
    ("plant", words("attacks", "plant_with")),
    *((one, words("attacks", "lay_with")) for one in ("lay", "laid")),
    *((one, words("attacks", "throw_with")) for one in ("throw", "threw", "hurl")),
    *((one, words("attacks", "left_with")) for one in ("leav", "left", "send", "sent")),
    ("hang", words("attacks", "hang_with")),
    ("rak", words("attacks", "rake_with")),
    ("destroy", words("attacks", "destroy_with")),
    *((one, words("attacks", "death_with")) for one in ("beat", "ston")),
    ("hack", words("attacks", "hack_with")),
    ("riddle", words("attacks", "riddle_with")),
    ("pelt", words("attacks", "pelt_with")),
    ("toss", words("attacks", "throw_with")),
    ("rain", words("attacks", "rain_with")),
    ("slit", words("attacks", "slit_with")),
    *((one, words("attacks", "sink_with")) for one in ("sink", "sank", "sunk")),
    *((one, words("attacks", "raze_with")) for one in ("raz", "flatten")),
    ("snatch", words("attacks", "snatch_with")),
    ("poison", words("attacks", "poison_with")),
    ("drop", words("attacks", "drop_with")),
    *((one, words("attacks", "drive_with")) for one in ("driv", "drove")),
    *((one, words("attacks", "plow_with")) for one in ("plow", "plough")),
    *((one, words("attacks", "sweep_with")) for one in ("sweep", "swept")),
    *((one, words("attacks", "fall_with")) for one in ("fell", "fall")),
    *((one, words("attacks", "control_with")) for one in ("regain", "gain", "wrest")),
    # what goes on is enmity, and no deed
    *((one, frozenset[str]()) for one in ("fighting", "battling")),
    *((one, words("attacks", "fight_with")) for one in ("fight", "fought")),
    *((one, words("attacks", "clear_with")) for one in ("clear", "oust")),
    *((one, words("attacks", "break_with")) for one in ("break", "brok")),
    *((one, words("attacks", "outlaws_with")) for one in ("neutrali", "eliminat")),
    ("flush", AWAY),
    *(
        (one, words("attacks", "lose_with"))
        for one in ("los", "ced", "surrender", "relinquish")
    ),
    ("advanc", words("attacks", "advance_with")),
    *((one, words("attacks", "push_with")) for one in ("push", "forc", "chas")),
    *((one, words("attacks", "fire_with")) for one in ("exchang", "trad", "return")),
)
FIRED_AT = frozenset(("at", "on", "upon", "into"))
BETWEEN_SIDES = words("attacks", "between")
# a fight that breaks out, and whom it is between
BREAKING_OUT = words("attacks", "breaking_out")
SIDES = frozenset(("between", "with", "among", "involving", "pitting"))
FIERCE = words("attacks", "fierce")
# what is taken by force, within so many words of the verb
HELD, TAKEN_WITHIN = cues("done", "held"), 6
TAKE, TAKEN = frozenset(verb_forms("take").every), words("attacks", "taken")
MADE, NOT_EXECUTED = words("attacks", "made"), words("attacks", "not_executed")
WEAPONS = frozenset(WAYS) | words("attacks", "armed")
SUBSTANCES = words("attacks", "substances")
AIR = frozenset(("strike", "strikes"))
# ground that is taken, and what stands before a name that is none
SOIL = HELD | words("attacks", "ground")
SETTLED, AROUND = words("attacks", "settled"), words("attacks", "around")
# what goes on for long, and ground that is not taken in one act
LASTING, WIDE = words("attacks", "lasting"), words("attacks", "wide")
SWEEPING = frozenset(verb_forms("sweep").every)
GROUND = {
    form for one in words("attacks", "taking_verbs") for form in verb_forms(one).every
}
# capitalised words that tell whose an attack is, or when, and not which it is
NO_CALL = words("demonyms", "all") | words("attacks", "dated")
MOST_BEFORE = 6
COUNTS = {"both": 2, "two": 2, "three": 3}
# a count that is larger is no count of the parts of one act
FEW = 10
