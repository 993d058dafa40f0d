"""The accepted proposals about people, with the texts they stand in read once each."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cases.models import Document, Person, Source
from importers.models import Mention, Proposal

KEPT = 8_000_000  # characters of texts that are kept for the next document about the same people


def accepted_claims(
    people: Sequence[Person], new: Mapping[int, Sequence[Proposal]]
) -> dict[int, list[Proposal]]:
    """The accepted proposals about each person, by key, in an order that the imports do not change.

    Those in `new` are taken as they are. Proposals of one document share one object of it.
    """
    claims: dict[int, list[Proposal]] = defaultdict(list)
    known = [person.pk for person in people if person.pk not in new]
    if known:
        for proposal in with_documents(Proposal.objects.filter(mention__person__in=known, state="accepted")):
            assert proposal.mention is not None
            claims[proposal.mention.person_id or 0].append(proposal)
    for key, mine in new.items():
        claims[key] = list(mine)
    for mine in claims.values():
        mine.sort(key=lambda p: (p.document.sha256, p.start, p.pk))
    return claims


def with_documents(proposals: Iterable[Proposal]) -> list[Proposal]:
    """These proposals with one object for each document, source and mention: a join makes one a row."""
    found = list(proposals)
    documents = documents_of({p.document_id for p in found})
    sources = Source.objects.in_bulk({p.source_id for p in found})
    mentions = Mention.objects.in_bulk({p.mention_id for p in found if p.mention_id is not None})
    for source in sources.values():
        source.document = documents[source.document_id]
    for mention in mentions.values():
        mention.document = documents[mention.document_id]
    for p in found:
        p.document, p.source = documents[p.document_id], sources[p.source_id]
        if p.mention_id is not None:
            p.mention = mentions[p.mention_id]
    return found


def documents_of(keys: set[int]) -> dict[int, Document]:
    """Documents by key without their bytes; a text that was read lately is not read again."""
    rows = Document.objects.defer("original", "headers", "notes", "text").in_bulk(keys)
    unread = [key for key, row in rows.items() if row.text_sha256 not in _texts]
    read = dict(Document.objects.filter(pk__in=unread).values_list("text_sha256", "text"))
    for row in rows.values():
        row.text = read[row.text_sha256] if row.text_sha256 in read else _texts[row.text_sha256]
        _texts[row.text_sha256] = row.text
        _texts.move_to_end(row.text_sha256)
    while len(_texts) > 1 and sum(map(len, _texts.values())) > KEPT:
        _texts.popitem(last=False)
    return rows


# By their hash, which is what makes it safe to keep them: a text never changes.
_texts: OrderedDict[str, str] = OrderedDict()
