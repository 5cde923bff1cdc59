"""From the shape of a file to the values of the model."""

from claimgraph.corpus.forms import (
    AliasForm,
    ArticleForm,
    ClaimForm,
    EntityForm,
    HopForm,
    JudgementForm,
    MachineHopForm,
    RetellsForm,
    WorkForm,
)
from claimgraph.entity_closure import UNSPECIFIED, unspecified_id
from claimgraph.ids import identified_claim, judgement_id
from claimgraph.model import (
    Alias,
    Article,
    Cell,
    Claim,
    Entity,
    Hop,
    Judgement,
    Reply,
    Retelling,
    Selector,
    TextSpan,
    Value,
    Where,
    Work,
    XPath,
    Zone,
)
from claimgraph.passages import locate_cue, locate_quote
from claimgraph.schema.types import Schema


def entity_of(form: EntityForm, where: Where) -> Entity:
    """An entity from its entry."""
    aliases = tuple(
        Alias(alias.name, alias.case == "exact", alias.ambiguous)
        if isinstance(alias, AliasForm)
        else Alias(alias)
        for alias in form.aliases
    )
    return Entity(
        id=form.id,
        name=form.name,
        aliases=aliases,
        kind=form.kind,
        description=form.description,
        ids=tuple(sorted(form.ids.items())),
        unnamed=form.unnamed,
        collective=form.collective,
        by=form.by,
        within=form.within,
        lat=form.lat,
        lon=form.lon,
        where=where,
    )


def retelling_of(form: RetellsForm) -> Retelling:
    """A retelling from its entry."""
    told = form.work
    if isinstance(told, WorkForm):
        work = Work(told.title, told.publisher, told.published)
        return Retelling(work, form.from_, form.to)
    return Retelling(told, form.from_, form.to)


def article_of(
    form: ArticleForm, stem: str, corpus: str, text: str | None, where: Where
) -> Article:
    """An article from its header and its text."""
    return Article(
        id=stem,
        corpus=corpus,
        title=form.title,
        kind=form.kind,
        publisher=form.publisher,
        author=form.author,
        published=form.published,
        published_why=form.published_why,
        language=form.language,
        url=form.url,
        sha256=form.sha256,
        source_sha256=form.source_sha256,
        retells=tuple(retelling_of(item) for item in form.retells),
        marking=form.marking,
        zones=tuple(Zone(zone.kind, zone.from_, zone.to) for zone in form.zones),
        note=form.note,
        text=text,
        where=where,
    )


def judgement_of(form: JudgementForm, where: Where) -> Judgement:
    """A judgement from its line."""
    return Judgement(
        id=judgement_id(form.left, form.right, form.verdict, form.who, form.when),
        left=form.left,
        right=form.right,
        verdict=form.verdict,
        who=form.who,
        when=form.when,
        why=form.why,
        where=where,
    )


def claim_of(
    form: ClaimForm,
    article: Article,
    chain: tuple[Hop, ...],
    where: Where,
    schema: Schema,
) -> Claim:
    """A claim with its derived fields; `chain` is the whole one, hop 1 included."""
    value, reply = form.value, form.replies_to
    claim = Claim(
        article=article.id,
        relation=form.relation,
        subject=form.subject,
        object=form.object,
        value=Value(value.min, value.max, value.of, value.about, value.on)
        if value
        else None,
        polarity=form.polarity,
        reason=form.reason,
        modality=form.modality,
        kind=form.kind,
        role=form.role,
        former=form.former,
        chain=chain,
        quote=form.quote,
        selector=selector_of(form, article.text),
        valid=form.valid,
        valid_words=form.valid_words,
        reply=Reply(reply.claim, reply.how) if reply else None,
        by=form.by,
        review=form.review,
        confidence=form.confidence,
        grade=form.grade,
        note=form.note,
        label=form.label,
        where=where,
    )
    symmetric = schema.symmetric(form.relation)
    return identified_claim(claim, article.sha256, article.published, symmetric)


def selector_of(form: ClaimForm, text: str | None) -> Selector | None:
    """Where the quote stands: as written out, else as found in the text."""
    if form.start is not None and form.end is not None:
        return TextSpan(form.start, form.end)
    if form.row is not None and form.column is not None:
        return Cell(form.row, form.column)
    if form.xpath is not None:
        return XPath(form.xpath)
    return locate_quote(text, form.quote, form.nth) if text is not None else None


def chain_of(form: ClaimForm, article: Article) -> tuple[Hop, ...]:
    """The whole chain from the inner hops that a person wrote.

    Cues get their offsets from the text; hop 1 is the article's own voice.
    """
    selector = selector_of(form, article.text)
    quote = selector if isinstance(selector, TextSpan) else None
    last = len(form.chain)
    first = Hop(article.speaker, "reports" if last else "asserts")
    inner = (
        inner_hop(hop, article, quote, "asserts" if index == last else "reports")
        for index, hop in enumerate(form.chain, 1)
    )
    return (first, *inner)


def inner_hop(
    form: HopForm, article: Article, quote: TextSpan | None, stance: str
) -> Hop:
    """One hop as a person wrote it, its cue found near the quote."""
    holder = form.holder
    if holder == UNSPECIFIED:
        holder = unspecified_id(article.id)
    found = None
    if form.cue is not None and article.text is not None:
        found = locate_cue(article.text, form.cue, form.nth, quote)
    return Hop(
        holder,
        form.stance or stance,
        form.cue,
        found.start if found else None,
        found.end if found else None,
        form.implicit,
        form.said,
        form.medium,
    )


def machine_hop(form: MachineHopForm, stance: str) -> Hop:
    """One hop as Claims JSONL writes it out."""
    return Hop(
        form.holder,
        form.stance or stance,
        form.cue,
        form.cue_start,
        form.cue_end,
        form.implicit,
        form.said,
        form.medium,
    )
