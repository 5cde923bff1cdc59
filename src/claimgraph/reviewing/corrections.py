"""A proposal that is nearly right: mended where it stands, or said anew by hand."""

from collections.abc import Mapping

from claimgraph.coding.drafts import ClaimDraft, added_texts, draft_on
from claimgraph.coding.item_keys import Change, at_path
from claimgraph.coding.names import Directory
from claimgraph.corpus.judgements import locked_folder
from claimgraph.errors import CorpusError, GateError, Problem
from claimgraph.gate import check
from claimgraph.model import Claim
from claimgraph.reviewing.claims_file import ClaimsFile, place_of
from claimgraph.reviewing.desk import Desk, ReviewStep
from claimgraph.type_guards import is_list, is_map

# who changes one of these says another thing: the producer was wrong
OTHER_CLAIM = (
    *("relation", "subject", "object", "value", "polarity", "reason", "place"),
)
# what belongs to the proposal, not to what it says
OF_PROPOSAL = ("by", "review", "confidence")


def draft_of(desk: Desk, claim: Claim, known: Directory) -> ClaimDraft:
    """A draft that says what a proposal says, to be changed key by key."""
    file = own_file(desk, claim.article)
    draft = draft_on(desk.corpus, file.batch, known)
    # the proposal itself is no claim that stands there already
    draft.coded = tuple(one for one in file.claims if one.id != claim.id)
    held = {**written_keys(file, claim)}
    draft.keys = {key: held[key] for key in held if key not in OF_PROPOSAL}
    return draft


def new_draft(desk: Desk, stem: str, known: Directory) -> ClaimDraft:
    """A draft without keys, of a claim that nobody proposed."""
    return draft_on(desk.corpus, own_file(desk, stem).batch, known)


def own_file(desk: Desk, stem: str) -> ClaimsFile:
    """The claims file that an article has to itself; CorpusError where it has none."""
    file = desk.reread(stem)
    if isinstance(file, ClaimsFile):
        return file
    raise CorpusError(
        "claims in Claims JSONL can be accepted or rejected; change them by hand",
        file=str(file.path),
    )


def written_keys(file: ClaimsFile, claim: Claim) -> Mapping[str, object]:
    """The keys of a claim as its file has them."""
    held = at_path(file.yaml.plain, place_of(claim))
    if not is_map(held):
        raise CorpusError("is no block of keys and values", file=str(file.path))
    return held


def is_other_claim(before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    """Whether a change makes it another claim, so that the proposal was wrong."""
    usual = {"polarity": "affirmed"}
    for key in OTHER_CLAIM:
        if before.get(key, usual.get(key)) != after.get(key, usual.get(key)):
            return True
    return origin_in(before) != origin_in(after)


def origin_in(keys: Mapping[str, object]) -> object:
    """On whose word a claim stands, as its keys say; None for the article."""
    chain = keys.get("chain")
    last = chain[-1] if is_list(chain) and chain else None
    return last.get("holder") if is_map(last) else None


def correct(desk: Desk, claim: Claim, draft: ClaimDraft) -> ReviewStep:
    """Writes what a reviewer made of a proposal, as one step.

    Where it is the same claim still, its entry is changed and accepted; else the entry
    is rejected, and what the draft says is added by hand. GateError where it adds a
    problem; nothing is written then.
    """
    with locked_folder(desk.folder):
        now = desk.still_open(claim)
        file = own_file(desk, claim.article)
        before = written_keys(file, now)
        if is_other_claim(before, draft.keys):
            left = file.set(desk.corpus, now, {"review": "rejected"})
            # the rejected entry keeps its label: no other may have it
            draft.keys.pop("label", None)
            texts, _ = added_texts(draft, left.text, file.path)
            return desk.write("rejected it, and added yours", texts, (now.id,))
        changed = with_changes(desk, file, now, draft)
        texts = {file.path: changed.text}
        return desk.write("changed and accepted it", texts, (now.id,))


def with_changes(
    desk: Desk, file: ClaimsFile, claim: Claim, draft: ClaimDraft
) -> ClaimsFile:
    """The file with a proposal changed and accepted; GateError for a new problem."""
    changes: dict[str, Change] = {"review": "accepted"}
    before = written_keys(file, claim)
    for key in before.keys() | draft.keys.keys():
        if key not in OF_PROPOSAL and before.get(key) != draft.keys.get(key):
            value: object = draft.keys.get(key)
            changes[key] = value  # type: ignore[assignment]  # say() took only such
    changed = file.set(desk.corpus, claim, changes)
    old = {(one.key, one.reason) for one in problems_of(file, desk)}
    found = [
        one for one in problems_of(changed, desk) if (one.key, one.reason) not in old
    ]
    if found:
        raise GateError(found, ", nothing was written")
    return changed


def problems_of(file: ClaimsFile, desk: Desk) -> list[Problem]:
    """What the gate says of an article as its file is."""
    return check(file.batch, desk.corpus.schema)


def add(desk: Desk, draft: ClaimDraft) -> ReviewStep:
    """Writes a claim that nobody proposed, as one step; GateError as with `correct`."""
    with locked_folder(desk.folder):
        file = own_file(desk, draft.article.id)
        texts, _ = added_texts(draft, file.text, file.path)
        return desk.write("added your claim", texts)
