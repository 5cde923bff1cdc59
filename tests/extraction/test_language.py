"""Whether a text looks English, by its own words, and by its page where it is short."""

import pytest

from claimgraph.corpus.reading import read_batches, read_corpus
from claimgraph.extraction.text.language import is_in_english
from claimgraph.model import Article, Batch
from places import SEEDS


def article_of(text: str, language: str | None = None) -> Article:
    """An article that says no more than its text."""
    return Article(
        id="a", corpus="c", title="A", language=language, sha256="", text=text
    )


OTHERS = {
    "de": "Die linksextreme Gruppe hat sich zu dem Anschlag auf eine Wache bekannt, "
    "wie der Minister in der Stadt mitteilte. Die Armee war in dem Tal.",
    "es": "El grupo reivindicó el atentado contra un cuartel que mató a tres personas. "
    "El ministro culpó a otro grupo.",
    "fr": "Le groupe a revendiqué l'attaque contre le marché, qui a fait cinq morts. "
    "Le ministre a accusé le front du nord, selon un communiqué.",
    "nl": "De groep heeft de aanslag op de markt opgeëist, waarbij vijf doden vielen. "
    "De minister was in het noorden.",
    "tr": "Grup pazar yerini hedef alan eylemi üstlendi, beş kişi öldü.",
    "ru": "Группа взяла на себя ответственность за взрыв на рынке.",
    "ar": "تبنت الجماعة الهجوم على السوق",
    "zh": "该组织声称对市场袭击负责。",
    "hi": "समूह ने बाज़ार पर हमले की ज़िम्मेदारी ली",
}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("said", [True, False])
def test_other_languages_are_told(language: str, said: bool) -> None:
    assert not is_in_english(article_of(OTHERS[language], language if said else None))


@pytest.mark.parametrize("batch", [*read_batches(read_corpus(SEEDS))])
def test_seeds_are_english(batch: Batch) -> None:
    assert is_in_english(batch.article)


@pytest.mark.parametrize(
    ("text", "language", "english"),
    [
        ("Northern Front claims deadly Orvel hotel siege", None, True),
        ("RED DAWN SAYS IT BOMBED THE BRIDGE OF ORVEL", None, True),
        ("Anschlag in Tarn", "de", False),
        ("Anschlag in Tarn", None, True),
        # a page may say the language of its frame
        (OTHERS["de"], "en", False),
        ("The Front said that it was behind the blast, and would go on.", "de", True),
        ("", None, True),
    ],
)
def test_few_words_are_in_the_language_of_their_page(
    text: str, language: str | None, english: bool
) -> None:
    assert is_in_english(article_of(text, language)) == english
