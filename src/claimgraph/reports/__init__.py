"""What does a reader get? One module per report; its name is what one types.

A report module has

* `ARGUMENTS`: its subjects, a tuple of `document.asking.Argument`; the command line
  turns each name or alias into an id of one of the prefixes, and refuses one subject
  twice;
* `OPTIONS`: its own options beside those of every report, a tuple of
  `document.asking.Option`;
* `EXAMPLE`: one line to type, for `--help`;
* `READS`: the parts of the graph that its claims come from, a tuple of
  `document.asking.Part`: what it prints must need no others; None reads all;
* `HEALTH = True` where it wants to know how the graph is: `report` then takes one
  more keyword, `health: tuple[document.asking.HealthRow, ...] = ()`;
* a docstring whose first sentence is the help;
* `report(claim_set, context, filters, *, <names of arguments and options>) -> Report`,
  where subjects are ids (texts), options are texts, flags (bool) or None.

It takes its scope from `document.scope.scope_of`, makes sections (those that several
reports share are in `document.parts`), and ends with `document.building.build`, which
adds head, numbers, lines, passages, sources and pictures. A sentence about claims
comes from `document.wording` or names its speakers: `Scope.told(claim id)`. Sentences,
rows and sections carry the ids of the claims behind them. What its one page may say
is a `Draft` of `briefs`, from points that `document.points` words. What the analysis
returned goes whole into `Section.data`, for the JSON form.
"""
