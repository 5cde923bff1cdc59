"""The table of what people write leads to words of ours alone."""

from claimgraph.corpus.claim_forms import claim_form, lists_of_keys
from claimgraph.corpus.forms import ArticleForm, CorpusForm, JudgementForm
from claimgraph.definitions.forms import EntityForm
from claimgraph.likely_words import likely_word, words_meant
from claimgraph.schema import load_schema
from claimgraph.yaml_file.forms import known_keys


def known() -> set[str]:
    """All keys of files, words of closed lists, and relation types."""
    schema = load_schema()
    found = {*schema.relations, *known_keys(claim_form(), ("chain",))}
    for form in (ArticleForm, CorpusForm, EntityForm, JudgementForm, claim_form()):
        found |= {*known_keys(form, ())}
    for hop in (False, True):
        for _, _, words in lists_of_keys(hop):
            found |= {*words}
    return found | {"on", "same", "different"}


def test_every_word_that_may_be_meant_is_one_of_ours() -> None:
    meant = {word for words in words_meant().values() for word in words}
    assert meant <= known()


def test_no_word_of_ours_leads_to_another() -> None:
    """The words of a list that has the word itself are asked only for others."""
    for written in words_meant():
        assert likely_word(written, [written, *words_meant()[written]]) != written


def test_case_and_spaces_do_not_matter() -> None:
    assert likely_word("Said By", ["chain"]) == "chain"
    assert likely_word("according-to", ["chain"]) == "chain"
    assert likely_word("chain", ["chain"]) is None
