"""Words around a name that decide whether it can be a subject: conjunctions, "for P to be", "one of his"."""

import regex

from importers.view import P

# "After P was arrested", "days before P was freed": here the word opens a clause and governs no name.
_CONJUNCTION = regex.compile(
    r"\b(?:after|before|since|until|till|once)\s+"
    r"(?:(?!(?:of|by|with|against|for|to|from|at|in|on)\b)[\w’'-]+\s+){0,5}$",
    regex.I,
)
# "We call for P and P to be released": what stands before the infinitive is its subject.
_TO_BE = regex.compile(r"\s*(?:\w+ly\s+)?to\s+be\b", regex.I)
_FOR = regex.compile(r"\bfor\s+(?:(?!(?:of|by|with|against|to|from|at|in|on)\b)[\w’'-]+\s+){0,5}$", regex.I)
# "P is one of those who were arrested"; "one of her sons died" speaks of nobody that is named.
AMONG = regex.compile(
    r"\b(?:among|amongst|(?:one|some) of(?!\s+(?:his|her|their|my|our)\b))\s+(?:[\w’'-]++\s*+){0,6}$",
    regex.I,
)
ONE_OF_HIS = regex.compile(
    r"\b(?:one|two|three|some|any|many|most|several|all|both) of\s+(?:his|her|their|my|our)\s+"
    r"(?:[\w’'-]++\s*+){1,4}$",
    regex.I,
)
# "P, wife of another lawyer who was jailed": "who" is neither P nor anybody named.
_ELSE = (
    r"\b(?:of|with|by|for|from|against|about|to|and)\s+(?:an?|another|the|other|some|many|several|two|three|"
    r"those)\s+(?:(?!who\b)[\w’'-]+\s+){0,5}(?!who\b)[\w’'-]+"
)
SOMEBODY_ELSE = regex.compile(rf"{_ELSE}\s*$", regex.I)
WHO_ELSE = regex.compile(rf"{_ELSE}\s+who\s*$", regex.I)
ALL_OF_THEM = regex.compile(
    r"\s*(?P<words>both|all(?:\s+(?:of\s+them|two|three|four|five|six|seven))?)\s", regex.I
)
# "The men are in prison": those of the group who can be meant.
GENDERED = {"men": "male", "women": "female", "brothers": "male", "sisters": "female", "actresses": "female"}
# Where "both" or "all four" begins a clause: at the beginning, or behind "said" and "that".
OPEN_FOR_ALL = regex.compile(
    r"(?r)(?:^[ “\"]*|\b(?:said|says|that|added|insisted|told\s+[\w’'-]+)\s*)$", regex.I
)
_SAYS = r"(?:said|says|told|recalled|recalls|explained|wrote|writes|testified|added)"
# “I was arrested at home,” P said; “I was beaten,” she told us.
SAYS_I = regex.compile(
    rf"[^“”\"]{{0,300}}[”\"],?\s+(?:(?P<word>he|she)\s+{_SAYS}\b"
    rf"|{_SAYS}\s+(?:[\w’'-]+\s+){{0,4}}?(?P<name>{P})"
    rf"|(?:[\w’'-]+\s+){{0,4}}?(?P<name>{P}),?\s+(?:[^,.“”]{{0,60}},\s+)?{_SAYS}\b)",
    regex.I,
)


_TOLD_THAT = regex.compile(
    r"(?r)\b(?:said|says|confirmed|confirms|told|announced|reported|stated|wrote|claimed|added|learned|revealed)\b"
    r"[^.;:]{0,90}?\bthat\s"
)


def last_told(left: str) -> int:
    """Where the last clause of what somebody is told to have said begins: "P said that …"; 0 for none."""
    match = _TOLD_THAT.search(left) if "that" in left else None
    return match.end() if match else 0


def opens(text: str, name: tuple[int, int], after: str) -> bool:
    """Whether a name behind a preposition is a subject all the same: "after P was arrested".

    `text` ends where the auxiliaries of the verb begin, `name` is the place of the name in it, and `after` is
    what follows the name.
    """
    start, end = name
    if text[end:].strip():
        return False
    before = text[:start]
    return bool(_CONJUNCTION.search(before) or (_TO_BE.match(after) and _FOR.search(before)))
