"""The words that tell who speaks: verbs, nouns and phrases, with how and in what."""

from claimgraph.extraction.words.cues import cues
from claimgraph.model import Medium

# verbs whose clause is what somebody says
SAYING = cues("telling", "saying")
# of these only a clause is said, never an object: "they know the group"
CLAUSE_ONLY = cues("telling", "clause_only")
# what only an opinion does, not a saying, when nobody is quoted
WRITINGS = cues("telling", "writings")
MEDIA: dict[str, Medium] = {
    "statement": "statement",
    "communique": "statement",
    "communiqué": "statement",
    "message": "statement",
    "release": "statement",
    "conference": "press-conference",
    "briefing": "press-conference",
    "interview": "interview",
    "twitter": "social-media",
    "facebook": "social-media",
    "telegram": "social-media",
    "x": "social-media",
    "tweet": "social-media",
    "post": "social-media",
    "video": "video",
    "footage": "video",
    "call": "call",
    "phone": "call",
    "telephone": "call",
    "report": "report",
    "study": "report",
    "assessment": "report",
    "confession": "confession",
    "court": "court",
    "indictment": "court",
    "trial": "court",
}
# nouns of what is said: "the statement that", "accusations of"
CONTENTS = cues("telling", "contents")
# nouns of whoever has no name, and of these bodies and who writes for the public
SPEAKERS = cues("telling", "speakers")
BODIES = cues("telling", "bodies")
PRESS = cues("telling", "press")
# before whom others say something, and those who suspect on their own account
HEARING = cues("telling", "hearing")
LAW = cues("telling", "law")
