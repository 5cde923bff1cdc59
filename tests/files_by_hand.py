"""YAML as people write it, for what must leave it as it is."""

from hypothesis import strategies as st

ENTRIES = st.sampled_from(
    [
        "- {id: group/a, name: A}",
        "- {id: group/a,\n   name: A}   # wrapped",
        "- id: group/a\n  name: A  # the first",
        "- id: group/a   \n  name:    'A'\n  aliases:\n    - B\n    # more\n    - C",
        "# about it\n- id: group/a\n  description: >-\n    two\n    lines",
        "-   id: group/a\n    name: A",
        "- id: group/a\n  description: |+\n    kept\n",
    ]
)
BETWEEN = st.sampled_from(["\n", "\n\n", "\n# note\n", "\n\n# note\n\n"])
HEADS = st.sampled_from(["", "# head\n", "---\n", "\n\n# head\n\n", "\ufeff"])
TAILS = st.sampled_from(["", "\n", "\n\n", "\n# the end", "\n# the end\n\n"])


@st.composite
def lists(draw: st.DrawFn) -> str:
    """A file of entries as people write them."""
    entries = draw(st.lists(ENTRIES, max_size=4))
    text = draw(HEADS)
    for index, entry in enumerate(entries):
        text += (draw(BETWEEN) if index else "") + entry
    return text + draw(TAILS)


@st.composite
def claims(draw: st.DrawFn) -> str:
    """A claims file as people write it: other keys before or after the claims."""
    article = draw(st.sampled_from(["article: {title: T}", "article:\n  title: T  #"]))
    entries = draw(st.lists(ENTRIES, max_size=3))
    margin = draw(st.sampled_from(["  ", "", "    "]))
    below = "\n".join(
        "\n".join(f"{margin}{line}" if line else line for line in entry.split("\n"))
        for entry in entries
    )
    empty = draw(st.sampled_from(["claims:", "claims: []", "claims: [ ]  # none yet"]))
    listed = f"claims:  # all\n{below}" if entries else empty
    parts = draw(st.permutations([article, listed]))
    if not entries and draw(st.booleans()):
        parts = [article]
    return draw(HEADS) + draw(BETWEEN).join(parts) + draw(TAILS)
