"""Questions for one of some words."""

from collections.abc import Collection, Mapping

from claimgraph.cli.terminal.answers import ask, say_found, say_wrong
from claimgraph.errors import known_word, nearest


def ask_choice(
    question: str,
    words: Mapping[str, str],
    default: str,
    may_lack: bool = False,
    explained: str = "",
) -> str:
    """One of some words; what is none of them is asked again."""
    listed = told_words(words)
    while True:
        typed = ask(question, [explained, *listed] if explained else listed, default)
        if not typed and may_lack:
            return ""
        found = known_word(typed, words) or only_begun(typed, words)
        if found is not None:
            return found
        say_wrong(f"{typed or 'nothing'} is none of them{nearest(typed, words)}")
        for line in listed:
            say_found(line)


def only_begun(typed: str, words: Collection[str]) -> str | None:
    """The only one of some words that begins so."""
    begun = [one for one in words if typed and one.startswith(typed.casefold())]
    return begun[0] if len(begun) == 1 else None


def told_words(words: Mapping[str, str]) -> list[str]:
    """A line for each of some words with its meaning; one for words without any."""
    if not any(words.values()):
        return [", ".join(words)]
    return [f"{word}: {told}" if told else word for word, told in words.items()]
