"""Every list of terms in the record, each term with its public definition.

Choices of the models, constraints of the database, filters, exports and the
method page are all derived from here; a second list of kinds anywhere else is
a bug. Plain Python: rules and the pure modules import it without Django.

Sources of terms: HURIDOCS micro-thesauri (MT4 events, MT25 status), the Iran
Prison Atlas (detention status), the US Press Freedom Tracker (charge status),
PACE Resolution 1900 (2012) for recognition, EDTF (ISO 8601-2) for dates.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary: the code that is stored, what people read, what it means."""

    code: str
    label: str
    definition: str
    same_as: str = ""  # the code or term of a standard, where one fits

    def __str__(self) -> str:
        return self.code


T = TypeVar("T", bound=Term)


class Vocabulary(Generic[T]):
    """An ordered list of terms, looked up by code."""

    def __init__(self, name: str, *terms: T) -> None:
        self.name = name
        self._terms = {term.code: term for term in terms}
        if len(self._terms) != len(terms):
            raise ValueError(f"vocabulary {name}: a code stands twice")

    def __iter__(self) -> Iterator[T]:
        return iter(self._terms.values())

    def __contains__(self, code: object) -> bool:
        return code in self._terms

    def __getitem__(self, code: str) -> T:
        return self._terms[code]

    @property
    def codes(self) -> list[str]:
        return list(self._terms)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """``(code, label)`` pairs, as Django's fields and forms take them."""
        return [(term.code, term.label) for term in self]

    def label(self, code: str) -> str:
        """What people read for a code; the code itself where it is not known."""
        return self._terms[code].label if code in self._terms else code


class Effect(Enum):
    """What an event says of a person's liberty from its date on."""

    HOLDS = "holds"  # custody begins, or begins anew
    CONFIRMS = "confirms"  # the person is in custody at this date; when it began is another fact
    FREES = "frees"  # custody ends
    DIES = "dies"
    OUTSIDE = "outside"  # at liberty but sought, or out of the country
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class EventTerm(Term):
    """A kind of event, with what it does to custody and to the legal stage."""

    effect: Effect = Effect.NOTHING
    stage: str = ""  # a code of LEGAL_STAGES that begins with this event
    needs_second_person: bool = field(default=False, kw_only=True)
    # Whether it alone makes somebody a person of the record; a search of a home or a visit does not.
    makes_a_case: bool = field(default=True, kw_only=True)


STATUSES = Vocabulary(
    "status",
    Term(
        "detained",
        "Detained",
        "Deprived of liberty on the latest evidence: arrested, in pre-trial detention, under house arrest or serving a sentence in custody.",
        "MT25 0202",
    ),
    Term(
        "released",
        "Released",
        "Was deprived of liberty and has since been set free, in the country or into exile.",
        "MT25 0201",
    ),
    Term(
        "at_large",
        "At large",
        "Wanted, charged or sentenced, and not in custody: in hiding, in exile, or never arrested.",
        "MT25 0203",
    ),
    Term("deceased", "Deceased", "Has died, in custody or later.", "MT25 0101"),
    Term("unknown", "Unknown", "No source in the record says whether the person is in custody.", "MT30 99"),
)

LEGAL_STAGES = Vocabulary(
    "legal stage",
    Term("none", "Not known", "No source says how far the case has gone."),
    Term(
        "investigation",
        "Under investigation",
        "Arrested, suspected or charged; no trial has opened.",
        "MT25 020201",
    ),
    Term("trial", "On trial", "A trial has opened and has not ended.", "MT25 020202"),
    Term("convicted", "Convicted", "A court has pronounced a sentence.", "MT25 020203"),
    Term("appealed", "Decided on appeal", "A higher court has decided on the sentence.", "MT25 020203"),
    Term("closed", "Case closed", "Acquitted, pardoned, dropped, or the term is served.", "MT25 0201"),
)

EVENT_KINDS: Vocabulary[EventTerm] = Vocabulary(
    "event",
    EventTerm(
        "arrest",
        "Arrest",
        "Any start of a deprivation of liberty: arrested, detained, abducted, taken into custody.",
        "MT4 Arrest",
        Effect.HOLDS,
        "investigation",
    ),
    EventTerm(
        "house_arrest",
        "House arrest",
        "Confined to a home by decision of an authority.",
        "MT4 House arrest",
        Effect.HOLDS,
        "investigation",
    ),
    EventTerm(
        "pretrial_detention",
        "Pre-trial detention",
        "Remanded in custody, or remand prolonged, before a verdict. Never a sentence.",
        "MT25 020201",
        Effect.CONFIRMS,
        "investigation",
    ),
    EventTerm(
        "still_held",
        "Confirmed in custody",
        "A source says that on this date the person was in custody.",
        "",
        Effect.CONFIRMS,
    ),
    EventTerm(
        "incommunicado",
        "Held incommunicado",
        "In custody without contact with family or lawyer.",
        "MT30 010102",
        Effect.CONFIRMS,
    ),
    EventTerm("transfer", "Transfer", "Moved from one place of detention to another.", "", Effect.CONFIRMS),
    EventTerm(
        "hospitalisation",
        "Hospitalisation",
        "Taken to hospital or intensive care while in custody.",
        "",
        Effect.CONFIRMS,
    ),
    EventTerm(
        "ill_treatment",
        "Ill-treatment",
        "Torture, beating, punishment cell or denial of care in custody, as a source reports it.",
        "MT4 Torture",
        makes_a_case=False,
    ),
    EventTerm("hunger_strike", "Hunger strike", "The person refused food in protest.", makes_a_case=False),
    EventTerm(
        "visit",
        "Visit",
        "Seen by family, a lawyer or an observer while in custody.",
        "",
        Effect.CONFIRMS,
        makes_a_case=False,
    ),
    EventTerm(
        "search", "Search", "A home, office or person was searched by an authority.", makes_a_case=False
    ),
    EventTerm(
        "summons",
        "Summons",
        "Called in for questioning, without a deprivation of liberty.",
        makes_a_case=False,
    ),
    EventTerm(
        "charge",
        "Charge",
        "Formally accused, or convicted, of an offence that the source names.",
        "",
        Effect.NOTHING,
        "investigation",
    ),
    EventTerm(
        "wanted",
        "Wanted",
        "Sought by an authority: a warrant, a wanted list, an Interpol notice.",
        "MT25 0203",
        Effect.OUTSIDE,
    ),
    EventTerm(
        "travel_ban",
        "Travel ban",
        "Forbidden to leave a place or a country.",
        "MT4 Restriction of movement",
        makes_a_case=False,
    ),
    EventTerm(
        "trial",
        "Trial",
        "A hearing on the merits, opened or announced.",
        "MT25 020202",
        Effect.NOTHING,
        "trial",
    ),
    EventTerm(
        "sentence",
        "Sentence",
        "A court pronounced a penalty: a term of imprisonment, life, death, a fine, or days of administrative arrest.",
        "MT25 020203",
        Effect.HOLDS,
        "convicted",
    ),
    EventTerm(
        "appeal",
        "Appeal decision",
        "A higher court upheld, reduced, increased or set aside a sentence.",
        "",
        Effect.NOTHING,
        "appealed",
    ),
    EventTerm(
        "release",
        "Release",
        "Custody ended: term served, pardon, amnesty, exchange, acquittal, case dropped, or bail to freedom.",
        "MT25 0201",
        Effect.FREES,
        "closed",
        needs_second_person=True,
    ),
    EventTerm(
        "pardon",
        "Pardon",
        "The head of state or another authority pardoned the person.",
        "",
        Effect.NOTHING,
        "closed",
    ),
    EventTerm(
        "exile",
        "Exile",
        "Deported, forced out of the country, or made to leave as the condition of release.",
        "MT25 0302",
        Effect.OUTSIDE,
    ),
    EventTerm(
        "death",
        "Death",
        "The person died in custody, or of what happened there.",
        "MT4 Death in detention",
        Effect.DIES,
        needs_second_person=True,
    ),
    EventTerm(
        "disappearance",
        "Disappearance",
        "Taken, and the authorities do not acknowledge it or say where the person is.",
        "MT4 Disappearance",
        Effect.CONFIRMS,
    ),
    EventTerm(
        "recognition",
        "Recognition",
        "An organisation recognised the person as a political prisoner or prisoner of conscience.",
    ),
    EventTerm("other", "Other", "Something else that happened in the case.", makes_a_case=False),
)

MODALITIES = Vocabulary(
    "modality",
    Term("stated", "Stated", "The source says it without a hedge."),
    Term("reported", "Reported", "The source hedges: reportedly, is said to, according to rumours."),
    Term("planned", "Planned", "Announced for a date that had not come when the source was published."),
    Term("denied", "Denied", "The source says that it did not happen."),
)

VISIBILITIES = Vocabulary(
    "visibility",
    Term("public", "Public", "May be published."),
    Term("partners", "Partners", "For organisations that work with us; never published."),
    Term("internal", "Internal", "For our researchers only; never published."),
    Term(
        "sealed", "Sealed", "For named people only, because knowing it could harm somebody; never published."
    ),
)

GENDERS = Vocabulary(
    "gender",
    Term("female", "Woman", "As stated, or as the language of the sources makes plain."),
    Term("male", "Man", "As stated, or as the language of the sources makes plain."),
    Term("other", "Other", "As the person says."),
    Term("unknown", "Not known", "No source says."),
)

NAME_KINDS = Vocabulary(
    "kind of name",
    Term("official", "Official", "As in a passport or a court record."),
    Term("common", "Common", "As sources usually write it."),
    Term("variant", "Variant spelling", "Another spelling or romanisation that a source uses."),
    Term("short", "Part of the name", "A surname or given name alone, as a source refers to the person."),
    Term("maiden", "Former name", "A name before marriage or another change."),
    Term("pseudonym", "Pseudonym", "A pen name, nickname or name in an order."),
    Term(
        "misspelling", "Misspelling", "Seen in a source and known to be wrong; kept so that search finds it."
    ),
)

SCRIPTS = Vocabulary(
    "script",
    Term("Latn", "Latin", "ISO 15924 Latn."),
    Term("Cyrl", "Cyrillic", "ISO 15924 Cyrl."),
    Term("Arab", "Arabic", "ISO 15924 Arab."),
    Term("Hans", "Chinese", "ISO 15924 Hans or Hant."),
    Term("Zyyy", "Other", "Any other script."),
)

ORGANISATION_KINDS = Vocabulary(
    "kind of organisation",
    Term("ngo", "Non-governmental organisation", "A human-rights group, charity, union or movement."),
    Term("media", "Media outlet", "A newspaper, broadcaster, agency or site."),
    Term("party", "Political party", "A party or electoral campaign."),
    Term("court", "Court", "A court or tribunal."),
    Term("prosecutor", "Prosecutor", "A prosecutor's office or investigating committee."),
    Term("prison", "Place of detention", "A prison, colony, remand centre, police cell or closed hospital."),
    Term("agency", "Agency", "Police, security service, border guard, ministry."),
    Term(
        "international",
        "International body",
        "A body of states: the United Nations, the OSCE, the Council of Europe.",
    ),
    Term("other", "Other", "Any other organisation."),
)

AFFILIATION_ROLES = Vocabulary(
    "role in an organisation",
    Term("founder", "Founder", "Founded it, alone or with others."),
    Term("head", "Head", "Leads or led it: chair, director, editor-in-chief."),
    Term("deputy", "Deputy", "Stands or stood in for the head: vice chair, deputy director."),
    Term("lawyer", "Lawyer", "Gives or gave it legal advice."),
    Term("journalist", "Journalist", "Writes, films or edits for it."),
    Term("member", "Member", "Belongs or belonged to it, or works for it."),
)

ARREST_MANNERS = Vocabulary(
    "manner of arrest",
    Term("arrested", "Arrested", "Taken into custody by an authority that acknowledges it.", "MT4 Arrest"),
    Term("detained", "Detained", "Held, without the source saying that it was an arrest.", "MT4 Detention"),
    Term(
        "abducted",
        "Abducted",
        "Seized by people who did not say who they were, or whose act is not acknowledged.",
        "MT4 Abduction",
    ),
)

RELEASE_MANNERS = Vocabulary(
    "manner of release",
    Term("term_served", "Term served", "The sentence was served in full.", "MT25 020105"),
    Term("pardon", "Pardon", "Pardoned by the head of state or another authority."),
    Term("amnesty", "Amnesty", "Freed under an act of amnesty."),
    Term("exchange", "Exchange", "Freed in a swap of prisoners."),
    Term("acquittal", "Acquittal", "Found not guilty.", "MT25 020104"),
    Term("dropped", "Case dropped", "The proceedings were stopped.", "MT25 020103"),
    Term("bail", "Bail", "Freed until trial on bail or a pledge.", "MT25 020101"),
    Term("early", "Early release", "Freed before the end of the term, on parole or for health."),
    Term("custody_changed", "Without charge", "Let go after questioning or detention, without a case."),
    Term("unclear", "Not stated", "The sources do not say how.", "MT25 020100"),
)

RELEASE_CONDITIONS = Vocabulary(
    "condition of release",
    Term("forced_exile", "Forced exile", "Made to leave the country, or kept from returning.", "MT25 0302"),
    Term("supervision", "Supervision", "Must report to the police or is under their control."),
    Term("record_kept", "Criminal record kept", "The conviction stands."),
    Term("travel_ban", "Travel ban", "May not leave a place or the country."),
    Term("documents_taken", "Documents taken", "Released without identity papers."),
)

REGIMES = Vocabulary(
    "regime",
    Term("penal_colony", "Penal colony", "A colony whose regime the source does not name."),
    Term("general", "General regime", "General-regime colony."),
    Term("reinforced", "Reinforced regime", "Reinforced-regime (medium-security) colony."),
    Term("strict", "Strict regime", "Strict-regime (high-security) colony."),
    Term("special", "Special regime", "Special-regime (maximum-security) colony."),
    Term("prison", "Prison", "Cell-type prison."),
    Term("open", "Open-type institution", "An open institution; liberty is restricted, not taken."),
    Term("house_arrest", "House arrest", "Served at home."),
    Term("settlement", "Settlement colony", "A colony-settlement."),
)

FINALITIES = Vocabulary(
    "finality",
    Term("unknown", "Not known", "No source says whether the sentence can still be appealed."),
    Term("first_instance", "First instance", "Pronounced by a court of first instance."),
    Term("final", "Final", "In force: appealed without success, or not appealed in time."),
    Term("overturned", "Overturned", "Set aside by a higher court."),
)

CHARGE_STATUSES = Vocabulary(
    "status of a charge",
    Term("unknown", "Not known", "No source says."),
    Term("pending", "Charges pending", "Accused; no verdict yet."),
    Term("dropped", "Charges dropped", "Withdrawn by the authority."),
    Term("convicted", "Convicted", "Found guilty on this charge."),
    Term("acquitted", "Acquitted", "Found not guilty on this charge."),
)

RECOGNITION_STATUSES = Vocabulary(
    "recognised as",
    Term(
        "political_prisoner",
        "Political prisoner",
        "Detained for political motives in the sense of PACE Resolution 1900 (2012).",
        "PACE1900",
    ),
    Term(
        "prisoner_of_conscience",
        "Prisoner of conscience",
        "Held only for who they are or what they believe, without having used or advocated violence (Amnesty International).",
    ),
    Term(
        "arbitrary_detention",
        "Arbitrarily detained",
        "Found to be arbitrarily detained by the UN Working Group on Arbitrary Detention.",
        "WGAD",
    ),
)

RECOGNITION_DECISIONS = Vocabulary(
    "decision",
    Term("recognised", "Recognised", "The organisation recognised the person."),
    Term(
        "recognised_later",
        "Recognised after release",
        "The organisation recognised the person after release or death.",
    ),
    Term("pending", "Pending", "The organisation has not decided."),
    Term("refused", "Refused", "The organisation decided not to recognise the person."),
    Term("withdrawn", "Withdrawn", "The organisation took its recognition back."),
)

CRITERIA = Vocabulary(
    "criterion",
    Term(
        "PACE1900:a",
        "PACE a",
        "Detention in violation of a fundamental guarantee of the European Convention on Human Rights, in particular freedom of thought, expression, assembly and association.",
    ),
    Term("PACE1900:b", "PACE b", "Detention for purely political reasons without connection to any offence."),
    Term(
        "PACE1900:c",
        "PACE c",
        "For political motives, length or conditions of detention clearly out of proportion to the offence.",
    ),
    Term(
        "PACE1900:d",
        "PACE d",
        "For political motives, detained in a discriminatory manner compared to other persons.",
    ),
    Term(
        "PACE1900:e",
        "PACE e",
        "Detention results from clearly unfair proceedings that appear connected with political motives of the authorities.",
    ),
)

FIGURE_SUBJECTS = Vocabulary(
    "what a figure counts",
    Term(
        "political_prisoners",
        "Political prisoners held",
        "People whom the source calls political prisoners, in custody at the date.",
    ),
    Term(
        "prisoners_of_conscience",
        "Prisoners of conscience held",
        "People whom the source calls prisoners of conscience, in custody at the date.",
    ),
    Term("detained", "People detained", "People taken into or held in custody, however long."),
    Term("deaths_in_custody", "Deaths in custody", "People who died in custody."),
    Term("pardoned", "People pardoned", "People pardoned over the time that the source names."),
    Term("released", "People released", "People set free over the time that the source names."),
    Term("charged", "People charged", "People formally accused."),
    Term(
        "recognised",
        "People recognised",
        "People recognised as political prisoners over the time that the source names.",
    ),
    Term("other", "Other", "Another number, as the quote words it."),
)

QUALIFIERS = Vocabulary(
    "qualifier",
    Term("exactly", "exactly", "The source gives the number without a hedge."),
    Term("more_than", "more than", "More than, over, at least."),
    Term("about", "about", "About, around, approximately, some."),
    Term("nearly", "nearly", "Nearly, almost, up to."),
)

STANCES = Vocabulary(
    "stance",
    Term("supports", "Supports", "The passage says what the record says."),
    Term("contradicts", "Contradicts", "The passage says otherwise."),
)

DATE_BASES = Vocabulary(
    "basis of a date",
    Term("stated", "Stated", "The text gives the date."),
    Term("metadata", "Metadata", "The page or file gives the date outside its text."),
    Term("inferred", "Inferred", "Worked out from other dates in the same document."),
    Term("operator", "Given at import", "The person who imported the document gave the date."),
    Term("unknown", "Not known", "Neither the document nor its file says."),
)

DOCUMENT_ACTIONS = Vocabulary(
    "publication action",
    Term("publish", "Published", "A document was published or replaced."),
    Term("withdraw", "Withdrawn", "The document is no longer shown."),
    Term("erase", "Erased", "The document's bytes were erased; its hash remains."),
    Term("redirect", "Redirected", "The person turned out to be another one; the address leads there."),
)

VERDICTS = Vocabulary(
    "verdict on two people",
    Term("asked", "Asked", "Their names and facts let them be one person; nobody has decided."),
    Term("unsure", "Unsure", "Somebody looked, and it cannot be told from what is known."),
    Term("same", "The same person", "They are one person."),
    Term("different", "Different people", "They are two people, however alike their names are."),
)

PROPOSAL_SUBJECTS = Vocabulary(
    "subject of a proposal",
    Term("person", "Person", "A fact about one named person."),
    Term("incident", "Incident", "Something that happened to many, with a number and perhaps no names."),
    Term("figure", "Figure", "A number that the document states."),
)

PROPOSAL_STATES = Vocabulary(
    "state of a proposal",
    Term("open", "Open", "Proposed by the rules; nobody has decided."),
    Term("accepted", "Accepted", "Taken into the record, as proposed or as edited."),
    Term("rejected", "Rejected", "Refused by a researcher; the same text does not propose it again."),
    Term("superseded", "Superseded", "A newer version of the rules no longer proposes it."),
)

MATCHES = Vocabulary(
    "match of a mention",
    Term("link", "Known person", "The mention is a person who is in the record."),
    Term("new", "New person", "Nobody in the record fits."),
    Term("ask", "Question", "Somebody in the record may be meant; a researcher decides."),
)
