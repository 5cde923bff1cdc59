"""The table of what people write leads to words of ours alone."""

import tomllib

from claimgraph.corpus.claim_forms import claim_form, lists_of_keys
from claimgraph.corpus.forms import ArticleForm, CorpusForm, JudgementForm
from claimgraph.definitions.forms import EntityForm
from claimgraph.likely_words import likely_word, words_meant
from claimgraph.resources import packaged_path
from claimgraph.schema import load_schema
from claimgraph.tables.forms import MappingForm
from claimgraph.yaml_file.forms import known_keys


def known() -> set[str]:
    """All keys of files, words of closed lists, and relation types."""
    schema = load_schema()
    found = {*schema.relations, *known_keys(claim_form(), ("chain",))}
    for form in (ArticleForm, CorpusForm, EntityForm, JudgementForm, claim_form()):
        found |= {*known_keys(form, ())}
    for path in ((), ("doers",), ("table",), ("date",)):
        found |= {*known_keys(MappingForm, path)}
    for hop in (False, True):
        for _, _, words in lists_of_keys(hop):
            found |= {*words}
    return found | {"on", "same", "different"}


def test_every_word_that_may_be_meant_is_one_of_ours() -> None:
    meant = {word for words in words_meant().values() for word in words}
    assert meant <= known()


def test_no_word_is_said_to_mean_itself() -> None:
    assert [one for one, meant in words_meant().items() if one in meant] == []


def test_no_word_stands_in_two_rows() -> None:
    text = packaged_path("likely_words.toml").read_text("utf-8")
    rows = tomllib.loads(text)["words"]
    written = [one for row in rows for one in row["written"]]
    assert sorted(written) == sorted({*written})


def test_case_and_spaces_do_not_matter() -> None:
    assert likely_word("Said By", ["chain"]) == "chain"
    assert likely_word("according-to", ["chain"]) == "chain"
    assert likely_word("chain", ["chain"]) is None
