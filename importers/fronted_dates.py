"""Whether a date before an event is its day: "On 5 May P was …", "A court on Monday ordered …"."""

import regex

from importers.clues import ALL, Clue, Clues
from importers.view import P

# A date behind one of these is the date of the deed or of the occasion, not of the arrest.
OCCASION = Clue(
    r"\b(?:protests?|demonstrations?|rally|rallies|elections?|march(?:es)?|articles?(?!\s+\d)|posts?|"
    r"posted|published|publication|video|speech|war|attacks?|uprising|coup|meeting|interview|"
    r"unrest|riots?|clashes|revolution|events?|crackdown|referendum|comments?|remarks?|tweets?|tweeted|"
    r"reporting|report|funeral|vigil|strikes?|bombings?|killings?|murders?|assassinations?|"
    r"dating back|"
    r"participat\w+|took part|taking part|attend\w+|wrote|written|writing|cover(?:ed|ing|age)|"
    r"organi[sz]\w+|law|legislation|visit|conference|accident|blast|explosion|ceremony|"
    r"anniversary|since (?:his|her|their|the) \w+|on appeal|campaign|founded|established|born|invasion|"
    r"pandemic|"
    r"statement|deadline|until|till|ahead of|before|prior to|expires?|due|(?:by|"
    r"from)(?=\s+(?:the\s+)?$))\b(?:(?!\b(?:and|who|was|were|has|had)\b)[^,;.]){0,45}$",
)
_LEADS = regex.compile(
    (
        r"(?:^|[,;:–—(]|\b(?:and|but|that|then|when|where|while|after|until)\b)\s*(?:then\s+|later,?\s+|"
        r"again\s+|also\s+)*(?:on|in|by|since|around|during|early|late|mid|of|the|at|as of|earlier|as early "
        r"as|from|last|night|morning|evening|\s)*\s*$"
    ),
    regex.I,
)
_SEPARATED = regex.compile(
    (
        r"(?:[,;:–—(]|\b(?:and|but|that|then|when|where|while)\b)\s*(?:then\s+|later,?\s+|again\s+|also\s+|"
        r"was\s+|were\s+)*(?:on|in|by|since|around|during|early|late|mid|of|the|at|as of|from|last|\s)*\s*$"
    ),
    regex.I,
)
_TO_VERB = regex.compile(r"[,)]?\s*(?:(?:when|as|after)\s+)?[^;:]{0,160}$", regex.I)
_AUX_ONLY = regex.compile(r"\b(?:was|were|is|are|been|has|had|have|be)\b[\s,]*(?:on|in|by)?\s*$", regex.I)
SAYING = Clue(
    (
        r"\b(?:condemned|said|called|welcomed|urged|demanded|expressed|marks|marked|denounced|reacted|"
        r"responded|"
        r"criticised|"
        r"criticized|reported|told|wrote|published|issued|appealed)\b"
    ),
)
# "At a hearing in the capital, held on 3 May, the court …"
HEARD = regex.compile(
    r"\W*(?:At|During|In|Following|After)\s+(?:an?|the|his|her|their|its)\s+(?:[\w’'-]+\s+){0,3}"
    r"(?:hearings?|session|trial|sitting|proceedings|verdict|ruling)\b[^;:.]{0,60}"
)
# "In May, three months after she had published it, P was arrested": the aside is not of the main clause.
_ASIDE = regex.compile(
    r"^,\s+(?:(?:[\w-]+\s+){1,3})?(?:after|before|when|while|as|following)\b[^,;]{0,120},", regex.I
)
_ENTRY = regex.compile(r"\s*(?:\([^()]{1,12}\)\s*)?[:–—-]\s[^;]{0,160}$")  # "15 March: P was arrested"
# A subject and nothing else before the day: "A court in the capital on Monday ordered that P be jailed".
_SUBJECT = regex.compile(
    r"(?:^|\s[–—-]\s|[).:]\s)(?:(?!(?:who|that|which|was|were|is|are|has|had|have|said|will|after|before|when|"
    r"while|and)\s)[\p{L}\d’'&.-]+\s+){1,10}(?:on\s+|late\s+|early\s+)*$",
    regex.I,
)
_RULES = regex.compile(
    r"\s+(?:has\s+|have\s+|also\s+)*(?:order|rul|decid|found|find|sen[dt]|plac|mov|put|gave|hand|threw|acquit|convict|"
    r"remand|grant|agree|approv|quash|overturn|commut|drop|allow|impos|stripp|expel|transfer|brought|took|seiz|"
    r"raid|search|storm)\w*\b(?:(?!\b(?:who|whose|which|when|while|where|after|before|because|since)\b)[^;:])*$",
    regex.I,
)
# What comes just before an arrest or a verdict: coming, being called, being searched.
MOVES = (
    r"\b(?:arriv\w+|return\w*|flew|travell?ed|went|came|land(?:ed|ing)|enter\w+|cross(?:ed|ing)|appear\w*|"
    r"reported to|"
    r"summon\w*|called in|invited|stopped|surrender\w*|turned (?:him|her|them)sel\w+ in|raid\w*|search\w*|"
    r"storm(?:ed|ing)|broke into|burst into|intercepted|pulled over|brought before|taken to|stood trial)\b"
)
_MOVED = regex.compile(rf"{MOVES}[^,;.]{{0,90}}$", regex.I)
_AND_THEN = regex.compile(
    rf"[^,;.]{{0,70}}(?:,?\s+(?:and|where|when|but)|,)\s+(?:(?:he|she|they|{P}|the \w+)\s+)?"
    r"(?:was\s+|were\s+|then\s+|immediately\s+|promptly\s+|there\s+)*",
    regex.I,
)
_FEW_WORDS = regex.compile(r"[\w’' -]{0,60}")


_WHILE = regex.compile(r"\W*(?:while|during|at|as)\b[^,;.]{0,90}", regex.I)
# "Three months after his release in May 2022, P was arrested": the day of the release.
_AFTER_ANOTHER = regex.compile(
    r"\b(?:after|following|since|before|until|prior to)\s+"
    r"(?:(?:his|her|their|the|an?|being|\ue000\ue001*[’']s?)\s+)?"
    r"(?:[\w-]+\s+){0,2}?"
    r"(?:arrest|detention|release|conviction|sentenc|trial|charg|indict|imprison|elect|coup)\w*\b[^,;.]{0,40}$",
    regex.I,
)
_BEGAN = regex.compile(r"\b(?:began|started|opened|ended|concluded|culminated)\s+(?:on|in)\s+$", regex.I)
_WITH = regex.compile(r"\s+with\b[^,;]{0,40}$", regex.I)


def opens_sentence(lead: str, gap: str, here: Clues = ALL) -> bool:
    """Whether a date before the first event of a sentence is the day of what the sentence tells."""
    if HEARD.fullmatch(lead) and gap.startswith(",") and not SAYING.search(here, gap):
        return True
    if _WHILE.fullmatch(lead) and gap.startswith(",") and not SAYING.search(here, gap):
        return True
    if (
        OCCASION.search(here, lead[-60:])
        or SAYING.search(here, _ASIDE.sub(",", gap, count=1))
        or "anniversary" in gap
    ):
        return False
    if _AFTER_ANOTHER.search(lead):
        return False
    return bool(
        (gap.startswith(",") and _FEW_WORDS.fullmatch(lead))
        or (_LEADS.search(lead) and _TO_VERB.match(gap))
        or (not lead.strip(" *_•·–—-") and _ENTRY.match(gap))
        or (_SUBJECT.search(lead) and _RULES.match(gap))
        or (_MOVED.search(lead) and _AND_THEN.fullmatch(gap))
        or (_BEGAN.search(lead) and _WITH.match(gap))
        or len(gap) < 3
        or _AUX_ONLY.search(lead)
    )


def opens_clause(lead: str, gap: str, here: Clues = ALL) -> bool:
    """Whether a date after the last event of a sentence opens the clause of the next."""
    if OCCASION.search(here, lead[-60:]) or SAYING.search(here, gap):
        return False
    return bool(
        (_SEPARATED.search(lead) and _TO_VERB.match(gap))
        or gap == " "  # "P, who was arrested there, the court on Friday granted bail"
        or _AUX_ONLY.search(lead)
        or (_MOVED.search(lead) and _AND_THEN.fullmatch(gap))
    )
