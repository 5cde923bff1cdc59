"""Whom "he", "it", "the group" and "both" mean."""

from claimgraph.extraction.names.coreference import Memory
from claimgraph.extraction.names.named_before import NamedBefore
from claimgraph.model import TextSpan


def memory(*spoken: tuple[str, int, bool]) -> Memory:
    """A memory of who was named: id, sentence, whether as its subject."""
    found = Memory()
    for at, (who, sentence, subject) in enumerate(spoken):
        found.note(NamedBefore(who, TextSpan(at * 10, at * 10 + 5), sentence, subject))
    return found


def who(
    held: Memory, words: str, sentence: int = 1, *, strict: bool = False
) -> list[str]:
    return [one.who for one in held.meant(words, sentence, 99, strict=strict)]


def test_the_group_is_the_subject_before_and_no_agency() -> None:
    held = memory(
        ("group/front", 0, True), ("group/brigade", 0, False), ("org/nds", 0, False)
    )
    assert who(held, "The group") == ["group/front"]
    assert who(held, "it") == ["group/front"]
    assert who(held, "the agency") == ["org/nds"]
    assert who(held, "a group") == []


def test_where_two_may_be_meant_a_leader_is_nobodys() -> None:
    held = memory(("group/front", 0, False), ("group/brigade", 0, False))
    assert who(held, "the group", strict=True) == []
    assert who(held, "both groups") == ["group/front", "group/brigade"]


def test_they_are_the_groups_that_were_the_subject() -> None:
    held = memory(("group/front", 0, True), ("group/brigade", 0, True))
    assert who(held, "they") == ["group/front", "group/brigade"]
    assert who(memory(("person/unnamed-x-men", 0, True)), "they") == []


def test_the_gunman_and_the_brothers_are_those_who_did_it() -> None:
    held = memory(("person/haddad", 0, True), ("person/bel", 0, False))
    held.note_author("person/haddad")
    assert who(held, "the gunman") == ["person/haddad"]
    assert who(held, "the brothers") == []
    held.note_author("person/bel")
    assert who(held, "the gunman") == []
    assert who(held, "the brothers") == ["person/haddad", "person/bel"]


def test_nobody_is_remembered_for_long() -> None:
    assert who(memory(("group/front", 0, True)), "the group", 5) == []
    assert who(memory(("person/haddad", 3, True)), "he", 5) == ["person/haddad"]
