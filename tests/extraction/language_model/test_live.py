"""Asking models: one retry, a budget, a cache, recorded files, whole failures."""

from collections.abc import Iterator
from pathlib import Path

import llm
import pytest
from llm.cli import set_model_option
from llm.plugins import pm

from claimgraph.errors import ModelError
from claimgraph.extraction.language_model.answers import ModelAnswer, read_answers
from claimgraph.extraction.language_model.cache import AnswerCache
from claimgraph.extraction.language_model.live import Endpoint, RunStep, ask
from claimgraph.extraction.language_model.proposing import proposals_from
from claimgraph.extraction.language_model.requests import requests_for
from invented_answers import (
    CLAIMED,
    NOBODY,
    FileModel,
    FilePlugin,
    answered,
    article,
)

LONG = "\n\n".join(
    f"The Free Marsh Brigade claimed responsibility, paper {number} said. " + "x " * 400
    for number in range(24)
)


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FileModel]:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    folder = tmp_path / "said"
    folder.mkdir()
    made = FileModel(folder)
    pm.register(FilePlugin(made))
    yield made
    for plugin in [one for one in pm.get_plugins() if isinstance(one, FilePlugin)]:
        pm.unregister(plugin)


def say(model: FileModel, *answers: str) -> None:
    for number, one in enumerate(answers, len(list(model.folder.iterdir())) + 1):
        (model.folder / f"{number}.txt").write_text(one, "utf-8")


def test_a_model_is_asked_once_with_the_form_and_its_answer_proposed(
    model: FileModel,
) -> None:
    say(model, answered(CLAIMED))
    requests = requests_for(article(), NOBODY)
    answers = list(ask(requests, "from-files"))
    found = proposals_from(article(), NOBODY, answers)
    assert [one.relation for one in found.claims] == ["CLAIMED_BY"]
    assert found.claims[0].by.startswith("llm from-files ")
    assert model.has_form[0] and model.prompts[0].system == requests[0].system


def test_what_is_no_answer_is_asked_once_more_and_then_given_up(
    model: FileModel,
) -> None:
    say(model, "I cannot.", answered(CLAIMED), "fail once", "Still not.")
    requests = requests_for(article(), NOBODY)
    assert next(ask(requests, "from-files")).content == answered(CLAIMED)
    assert not model.has_form[1]
    again = list(ask(requests, "from-files"))
    assert [one.content for one in again] == ["Still not."]
    found = proposals_from(article(), NOBODY, again)
    assert found.reasons == {"the answer is no JSON": 1}


def test_a_run_ends_cleanly_where_the_budget_ends(model: FileModel) -> None:
    say(model, *[answered(CLAIMED)] * 3)
    requests = [
        one for stem in "abc" for one in requests_for(article(stem=stem), NOBODY)
    ]
    steps: list[RunStep] = []
    room = requests[0].tokens + 1200
    answers = list(ask(requests, "from-files", budget=room, progress=steps.append))
    assert [one.custom_id for one in answers] == ["a", "b"]
    assert steps[-1].stopped and (steps[-1].calls, steps[-1].tokens) == (2, 2400)


def test_what_was_answered_once_is_not_asked_again(
    model: FileModel, tmp_path: Path
) -> None:
    say(model, answered(CLAIMED))
    requests = requests_for(article(), NOBODY)
    first = list(ask(requests, "from-files", cache=tmp_path / "kept"))
    again = list(ask(requests, "from-files", cache=tmp_path / "kept", budget=0))
    assert [one.content for one in again] == [one.content for one in first]
    assert again[0].cached and len(model.prompts) == 1
    changed = requests_for(article("Another text.\n"), NOBODY)
    assert list(ask(changed, "from-files", cache=tmp_path / "kept", budget=0)) == []


CUT = answered(CLAIMED)[:-40]


def test_what_cannot_be_read_is_not_kept_and_both_calls_count(
    model: FileModel, tmp_path: Path
) -> None:
    say(model, CUT, CUT, answered(CLAIMED))
    requests, steps = requests_for(article(), NOBODY), list[RunStep]()
    runs = [
        next(
            ask(requests, "from-files", progress=steps.append, cache=tmp_path / "kept")
        )
        for _ in range(3)
    ]
    assert [one.failure for one in runs] == [
        "the answer stops before its end",
        None,
        None,
    ]
    assert [one.cached for one in runs] == [False, False, True]
    assert [(one.calls, one.tokens) for one in steps] == [(2, 2400), (1, 1200), (0, 0)]
    assert runs[0].tokens == 2400


def test_a_cut_answer_that_an_earlier_version_kept_is_asked_for_again(
    model: FileModel, tmp_path: Path
) -> None:
    [request] = requests_for(article(), NOBODY)
    cache = AnswerCache(tmp_path / "kept")
    cache.keep(request, "from-files", ModelAnswer(custom_id="mill", content=CUT))
    assert cache.answer(request, "from-files") is None


def test_the_second_call_has_what_the_user_set(model: FileModel) -> None:
    set_model_option("from-files", "max_tokens", "32000")
    say(model, CUT, answered(CLAIMED))
    list(ask(requests_for(article(), NOBODY), "from-files"))
    told = [one.options.model_dump(exclude_none=True) for one in model.prompts]
    assert told == [{"temperature": 0, "max_tokens": 32000}, {"max_tokens": 32000}]


def test_a_call_that_failed_costs_nothing(model: FileModel) -> None:
    say(model, "fail", "fail", answered(CLAIMED))
    requests = [
        one for stem in "ab" for one in requests_for(article(stem=stem), NOBODY)
    ]
    steps: list[RunStep] = []
    room = requests[0].tokens
    answers = list(ask(requests, "from-files", budget=room, progress=steps.append))
    assert [one.failure for one in answers] == ["fail", None]
    assert [(one.calls, one.tokens) for one in steps] == [(2, 0), (3, 1200)]


def test_a_second_call_without_room_is_not_made(model: FileModel) -> None:
    say(model, CUT, answered(CLAIMED))
    [request] = requests_for(article(), NOBODY)
    answers = list(ask([request], "from-files", budget=request.tokens))
    assert [one.content for one in answers] == [CUT]


def test_a_recorded_run_can_be_read_again(model: FileModel, tmp_path: Path) -> None:
    say(model, answered(CLAIMED))
    requests = requests_for(article(), NOBODY)
    live = list(ask(requests, "from-files", kept_in=tmp_path / "run"))
    read = read_answers(tmp_path / "run" / "answers.jsonl")
    assert proposals_from(article(), NOBODY, read.values()) == proposals_from(
        article(), NOBODY, live
    )
    assert (tmp_path / "run" / "requests.jsonl").read_text("utf-8").count("\n") == 1


def test_later_parts_are_told_whom_earlier_ones_spoke_of(model: FileModel) -> None:
    requests = requests_for(article(LONG), NOBODY)
    assert [one.custom_id for one in requests] == ["mill", "mill#2"]
    member = {"n": 1, "type": "group", "name": "Free Marsh Brigade",
              "mention": "Free Marsh Brigade", "sentence": 1}  # fmt: skip
    say(model, answered(cast=[member]), answered(cast=[member]))
    list(ask(requests, "from-files"))
    assert "group: Free Marsh Brigade" not in model.prompts[0].prompt
    assert "group: Free Marsh Brigade" in model.prompts[1].prompt


def test_a_model_that_always_fails_ends_the_run(model: FileModel) -> None:
    say(model, *["fail: no way there"] * 6)
    requests = [
        one for stem in "abcd" for one in requests_for(article(stem=stem), NOBODY)
    ]
    with pytest.raises(ModelError, match="failed 3 times in a row: fail: no way"):
        list(ask(requests, "from-files"))


def test_an_unknown_model_is_refused_with_the_nearest() -> None:
    with pytest.raises(ModelError, match=r"no model .* \(nearest: echo\)"):
        Endpoint("eco")


def test_echo_says_what_it_was_sent_and_nothing_is_proposed() -> None:
    requests = requests_for(article(), NOBODY)
    answers = list(ask(requests, "echo"))
    found = proposals_from(article(), NOBODY, answers)
    assert requests[0].sentences.splitlines()[0] in answers[0].content
    assert found.claims == ()


def test_a_model_without_its_key_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_key(*_: object, **__: object) -> None:
        """No key, whatever is looked for."""

    monkeypatch.setattr(llm, "get_key", no_key)
    with pytest.raises(ModelError, match="echo-needs-key"):
        list(ask(requests_for(article(), NOBODY), "echo-needs-key"))
