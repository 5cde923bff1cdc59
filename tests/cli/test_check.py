"""`claimgraph check`: all problems of a corpus, and new digests."""

import json
import re
from pathlib import Path
from urllib.parse import quote, unquote

from cli_runs import Run
from places import SEEDS


def test_counts_what_is_fine(run: Run, corpus: Path) -> None:
    result = run("check", str(corpus))
    assert result.exit_code == 0
    assert result.stdout == "1 article, 2 claims, 5 entities: no problems\n"


def test_the_seeds_have_no_problems(run: Run) -> None:
    result = run("check", str(SEEDS))
    assert (result.exit_code, result.stderr) == (0, "")


def test_lists_all_problems_of_all_files(run: Run, corpus: Path) -> None:
    claims = corpus / "claims" / "small.yaml"
    text = claims.read_text("utf-8")
    (corpus / "claims" / "copy.yaml").write_text(text, "utf-8")
    raw = (corpus / "articles" / "small.txt").read_bytes()
    (corpus / "articles" / "copy.txt").write_bytes(raw)
    reply = "label: no-tie\n    replies_to: {claim: copy#not-ties, how: disputes}"
    claims.write_text(text.replace("label: no-tie", reply), "utf-8")
    (corpus / "entities" / "states.yaml").write_text(
        "- {id: state/nowhere, name: Nowhere}\n", "utf-8"
    )
    lines = [
        judgement("group/hill-band", "group/river-cell", "same"),
        judgement("group/hill-band", "group/river-cell", "different"),
        judgement("group/hill-band", "group/rivers-cell", "different"),
    ]
    (corpus / "judgements.jsonl").write_text("\n".join(lines), "utf-8")
    result = run("check", str(corpus))
    assert result.exit_code == 1
    listed = result.stderr
    assert f"{claims}:3: article: has the same text as copy" in listed or (
        "has the same text as copy" in listed
    )
    assert "not-ties is no label in copy (nearest: no-tie)" in listed
    assert "warning: state/nowhere is used nowhere" in listed
    assert "but other judgements make them one" in listed
    assert "group/rivers-cell is not in entities/ (nearest: group/river-cell)" in listed
    assert listed.endswith("claimgraph: 4 problems\n")
    assert len(listed.splitlines()) == 6


def judgement(left: str, right: str, verdict: str) -> str:
    fields = {"left": left, "right": right, "verdict": verdict}
    return json.dumps(fields | {"who": "a tester", "when": "2024", "why": "to see"})


def test_unknown_articles(run: Run, corpus: Path) -> None:
    path = corpus / "claims" / "small.yaml"
    text = path.read_text("utf-8")
    text = text.replace("claims:\n", "  retells:\n    - work: smal\nclaims:\n", 1)
    reply = "label: no-tie\n    replies_to: {claim: smoll#no-tie, how: disputes}"
    path.write_text(text.replace("label: no-tie", reply), "utf-8")
    result = run("check", str(corpus))
    assert "smal is no article of this corpus (nearest: small)" in result.stderr
    assert "smoll is no article of this corpus (nearest: small)" in result.stderr
    assert result.stderr.endswith("claimgraph: 2 problems\n")


def test_rehash_writes_one_line(run: Run, corpus: Path) -> None:
    text = corpus / "articles" / "small.txt"
    text.write_bytes(b"Headline\n" + text.read_bytes())
    path = corpus / "claims" / "small.yaml"
    before = path.read_text("utf-8").splitlines()
    refused = run("check", str(corpus))
    assert refused.exit_code == 1
    assert "--rehash" in refused.stderr
    result = run("check", str(corpus), "--rehash")
    assert result.exit_code == 0
    told = "small: wrote the digest of the text; 2 claims got new ids by it"
    assert result.stdout.startswith(told)
    after = path.read_text("utf-8").splitlines()
    changed = [old for old, new in zip(before, after, strict=True) if old != new]
    assert [line.strip()[:7] for line in changed] == ["sha256:"]


def test_rehash_leaves_a_text_whose_quotes_do_not_hold(run: Run, corpus: Path) -> None:
    text = corpus / "articles" / "small.txt"
    text.write_bytes(text.read_bytes().replace(b"bombed", b"burnt"))
    path = corpus / "claims" / "small.yaml"
    before = path.read_bytes()
    result = run("check", str(corpus), "--rehash")
    assert result.exit_code == 1
    assert path.read_bytes() == before


def test_wrong_folders(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name, reason in (("empty", "is no corpus"), ("nowhere", "is no folder")):
        result = run("check", str(tmp_path / name))
        assert result.exit_code == 1
        assert result.stderr.startswith(f"claimgraph: {tmp_path / name}: {reason}")
    assert run("check").exit_code == 2


def test_problems_steer_no_terminal(run: Run, corpus: Path) -> None:
    path = corpus / "claims" / "small.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("ATTRIBUTED_TO", '"\\e[31mX\\a"'), "utf-8")
    result = run("check", str(corpus))
    assert result.exit_code == 1
    assert "\\x1b[31mX" in result.stderr
    assert "\x1b" not in result.stderr


def test_problems_as_json_and_as_sarif(run: Run, corpus: Path) -> None:
    path = corpus / "claims" / "small.yaml"
    path.write_text(path.read_text("utf-8").replace("published:", "date:"), "utf-8")
    listed = run("check", str(corpus), "--json")
    assert (listed.exit_code, listed.stderr) == (1, "")
    [found] = json.loads(listed.stdout)
    assert found == {
        "file": str(path),
        "line": 5,
        "key": "article.date",
        "reason": "is no key here (nearest: published)",
        "level": "error",
    }
    log = json.loads(run("check", str(corpus), "--sarif").stdout)
    [result] = log["runs"][0]["results"]
    assert log["version"] == "2.1.0"
    assert log["runs"][0]["tool"]["driver"]["rules"][0]["id"] == result["ruleId"]
    assert result["message"]["text"] == f"{found['key']}: {found['reason']}"
    [place] = result["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": quote(str(path))},
        "region": {"startLine": 5},
    }


def test_a_sound_corpus_as_json(run: Run, corpus: Path) -> None:
    listed = run("check", str(corpus), "--json")
    assert (listed.exit_code, json.loads(listed.stdout)) == (0, [])


def test_a_file_with_an_odd_name_is_an_address_in_sarif(run: Run, corpus: Path) -> None:
    folder = corpus.rename(corpus.with_name("my corpus #1"))
    path = folder / "claims" / "small.yaml"
    path.write_text(path.read_text("utf-8").replace("published:", "date:"), "utf-8")
    log = json.loads(run("check", str(folder), "--sarif").stdout)
    [place] = log["runs"][0]["results"][0]["locations"]
    told = place["physicalLocation"]["artifactLocation"]["uri"]
    assert " " not in told
    assert "#" not in told
    assert unquote(told) == str(path)


def test_new_digests_leave_json_alone(run: Run, corpus: Path) -> None:
    text = corpus / "articles" / "small.txt"
    text.write_bytes(text.read_bytes() + b"More.\n")
    done = run("check", str(corpus), "--rehash", "--json")
    assert json.loads(done.stdout) == []
    assert "small: wrote the digest" in done.stderr


def test_a_sign_that_nobody_sees_is_told_in_a_name(run: Run, corpus: Path) -> None:
    path = corpus / "entities" / "groups.yaml"
    text = path.read_text("utf-8")
    assert "River Cell" in text
    path.write_text(text.replace("River Cell", "River\u200b Cell", 1), "utf-8")
    result = run("check", str(corpus))
    assert result.exit_code == 1
    words = "River\\u200b Cell holds a ZERO WIDTH SPACE (U+200B), which nobody sees"
    assert f"{words}: write it without\n" in result.stderr
    assert result.stderr.endswith("claimgraph: 1 problem\n")


def test_a_joiner_that_a_script_needs_is_none(run: Run, corpus: Path) -> None:
    path = corpus / "entities" / "groups.yaml"
    text = path.read_text("utf-8")
    needed = "\u0645\u06cc\u200c\u062f"
    path.write_text(text.replace("River Cell", needed, 1), "utf-8")
    assert run("check", str(corpus)).exit_code == 0
    path.write_text(text.replace("River Cell", "River\u200cCell", 1), "utf-8")
    assert "ZERO WIDTH NON-JOINER (U+200C)" in run("check", str(corpus)).stderr


def test_an_entry_that_nothing_needs_yet_is_a_warning(run: Run, corpus: Path) -> None:
    path = corpus / "entities" / "states.yaml"
    path.write_text("- {id: state/nowhere, name: Nowhere}\n", "utf-8")
    result = run("check", str(corpus))
    assert result.exit_code == 0
    assert result.stdout.endswith("6 entities: no problems, 1 warning\n")
    assert result.stderr == (
        f"{path}:1: [0].id: warning: state/nowhere is used nowhere: write what needs "
        "it, or delete it\n"
    )
    as_json = run("check", str(corpus), "--json")
    [found] = json.loads(as_json.stdout)
    assert (as_json.exit_code, found["level"]) == (0, "warning")
    log = json.loads(run("check", str(corpus), "--sarif").stdout)
    assert log["runs"][0]["results"][0]["level"] == "warning"


def test_a_misquote_is_told_with_what_stands_there(run: Run, corpus: Path) -> None:
    path = corpus / "claims" / "small.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("denied any tie", "denied eny tie"), "utf-8")
    told = run("check", str(corpus)).stderr
    assert 'does not stand in the text (line 2 has: "denied any tie to the ' in told
    path.write_text(re.sub("denied any tie.*", "sang in the rain", text), "utf-8")
    told = run("check", str(corpus)).stderr
    assert "'sang in the rain' does not stand in the text\n" in told


def test_an_id_of_a_judgement_that_ships_is_told_so(run: Run, corpus: Path) -> None:
    judged = {"left": "group/river-cell", "right": "group/un-qde-129"}
    judged |= {"verdict": "same", "who": "ann", "when": "2024", "why": "said so"}
    path = corpus / "judgements.jsonl"
    path.write_text(f"{json.dumps(judged)}\n", "utf-8")
    told = run("check", str(corpus)).stderr
    assert "group/un-qde-129 is not in entities/; claimgraph:names has it: " in told
    path.write_text(path.read_text("utf-8").replace("un-qde-129", "nobody"), "utf-8")
    told = run("check", str(corpus)).stderr
    assert "group/nobody is not in entities/; if another corpus has it" in told


def test_a_place_around_that_ships_is_told_so(run: Run, corpus: Path) -> None:
    words = ("--type", "place", "--within", "place/afghanistan")
    told = run("new", "entity", "Foo Town", *words, "--corpus", str(corpus)).stderr
    assert "place/afghanistan is not in entities/; claimgraph:names has it: " in told


def test_an_id_that_ships_is_told_with_its_corpus(run: Run, corpus: Path) -> None:
    path = corpus / "claims" / "small.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("group/river-cell", "group/un-qde-129"), "utf-8")
    told = run("check", str(corpus)).stderr
    assert (
        "group/un-qde-129 is not in entities/; claimgraph:names has it: write `uses: "
        "[claimgraph:names]` into corpus.yaml\n"
    ) in told
    path.write_text(text.replace("group/river-cell", "group/zz-99999"), "utf-8")
    assert "group/zz-99999 is not in entities/\n" in run("check", str(corpus)).stderr
