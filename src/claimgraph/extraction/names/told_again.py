"""Whether the words before "the group" tell of nobody but who was told of before."""

import re

from claimgraph.extraction.words.cues import cues
from claimgraph.extraction.words.word_lists import words as listed_words

# what a group told of again was known to be: the Islamist group
CREEDS = listed_words("demonyms", "all") | listed_words("groups", "no_groups")
# "the Arland-backed group" is the one that was told of
TIED = re.compile(
    rf"\b[\w.]{{1,40}} ?- ?(?:{'|'.join(sorted(cues('bands', 'tied')))})\b"
)


def tells_no_more(words: str, *, group: bool) -> bool:
    """Whether words name nobody, before a noun that may mean a group, or another.

    >>> tells_no_more("the Islamist group", group=True)
    True
    >>> tells_no_more("the Haddad government", group=False)
    False
    """
    more = TIED.sub("", words) if group else words
    return all(
        one[0].islower() or (group and one.lower() in CREEDS)
        for one in more.split()[1:-1]
    )
