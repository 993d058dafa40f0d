"""What stands around a capitalised span and speaks for or against its being a person.

"(?r)": what stands before a name is read backwards from its end; else every character is tried.
"""

import regex

from importers.alternatives import alternation
from importers.lexicons import kin_pattern, load, role_pattern

_OFFICES = alternation(load("people")["offices"])
# Who once held an office, or claims one against those in power, acts for no authority.
_NO_LONGER = (
    r"(?:former|ex|deposed|ousted|one-time|late|retired|rtd|dissident|opposition|jailed|detained|imprisoned|"
    r"arrested|exiled|shadow|suspended|dismissed|sacked|fugitive|disgraced|aspiring|would-be|candidate for)"
)

_CREDIT = regex.compile(
    r"\([^()]{0,120}(?:getty|afp|reuters|anadolu|photo|sputnik|epa|©)[^()]{0,80}\)", regex.I
)
_CREDIT_LINE = regex.compile(
    r"^[^\n]{0,160}(?:getty images|/afp\b|via getty|anadolu agency|photo(?:graph)?\s*(?:by|:|©|credit)|"
    r"image credit|©)[^\n]{0,120}$",
    regex.I | regex.M,
)
_CREDITED = ("getty", "/afp", "anadolu", "photo", "image", "©")  # no line of credits is without one of these
_TITLES_END = alternation(load("people")["titles"], backwards=True)
_OFFICES_END = alternation(load("people")["offices"], backwards=True)
_ROLES_END = rf"(?:{role_pattern(backwards=True)}|{kin_pattern(backwards=True)})"
TITLE_END = regex.compile(rf"(?r)\b{_TITLES_END}\.?\s+$", regex.I)
ROLE_END = regex.compile(rf"(?r)\b{_ROLES_END}\s+$", regex.I)
AGE_AFTER = regex.compile(
    r"\s*+(?:,\s*+(?:aged\s*+)?\d{2}\b|\((?:aged?\s*+)?\d{2}\)|,\s++(?:who|an?|the|whose|\d)\b)"
)
PLACE_BEFORE = regex.compile(r"(?r)\b(?:in|at|near|from|across|throughout|outside|into|around)\s+$")
THE_BEFORE = regex.compile(r"(?r)\b(?:the|The|this|these|those|an|each|every|our|your)\s+$")
ABBR_AFTER = regex.compile(r"\s*\((?:the\s+)?[\p{Lu}’'&/-]{2,12}s?\)")
BODY_AFTER = regex.compile(
    r"\s+(?:staff|employees|activists|members|group|organi[sz]ation|party|movement|newspaper|website|"
    r"channel|team|officials|branch|law|regions?|province|district|prison|detention|agreement|"
    r"protests?|movement|campaign|newsroom|journalists?|magazine|airport|square|village|camp|county|city|"
    r"police|court|colony|jail|area|reporters?|correspondents?|editors?(?:-in-chief)?|contributors?|"
    r"columnists?|presenters?|photographers?|founders?|spokes\w+|lawyers?|militants?|fighters?|supporters?|"
    r"workers?|leaders?|chairman|chairperson|headquarters|offices?|bureau|network|station|app|platform|"
    r"foundation|committee|commission|rally|festival|prize|award|act|bill|road|street|river|lake|hospital|"
    r"university|college|school|mosque|church|temple|project|mine|dam|pipeline|affair|operation|"
    r"legislator|legislators|lawmakers?|mps?|mlas?|mlcs?|candidates?|politicians?)\b(?!\s+(?:was|were)\s+named)"
)
_PLACE_KIND = (
    r"village|town|city|province|district|region|prison|jail|colony|camp|island|river|hotel|cent(?:re|er)"
)
BODY_BEFORE = regex.compile(
    r"(?r)\b(?:NGO|organi[sz]ation|group|newspaper|outlet|website|magazine|channel|station|agency|party|"
    r"movement|association|network|company|portal|program(?:me)?|show|operation|platform|"
    r"publication|site|blog|film|book|song|album|documentary|university|institute),?\s+[“\"‘]?$"
    rf"|\b(?:{_PLACE_KIND})\s+[“\"‘]?$"
    r"|\b(?:director|editor|editor-in-chief|founder|owner|publisher|reporter|journalist|correspondent|"
    r"head|chair|member|employee|contributor)\s+(?:of|for|at|with)\s+(?:the\s+)?[“\"‘]?$",
    regex.I,
)
OFFICE_END = regex.compile(
    rf"(?r)(?<!\b{_NO_LONGER}[\s-](?:[\w-]+\s+){{0,2}})\b{_OFFICES_END}\.?\s+"
    rf"(?:(?:of|for)\s+(?:the\s+)?(?:\p{{Lu}}\w+\s+){{1,3}}|General\s+|\([^()]{{0,30}}\)\s+)?$",
    regex.I,
)
OFFICE_AFTER = regex.compile(
    rf"\s*,\s+(?:the\s+|an?\s+|then[\s-]+)?(?:(?!{_NO_LONGER}\b)[\p{{L}}’'-]+\s+){{0,4}}?{_OFFICES}\b"
    r"(?!\s*(?:[’']s|party|candidate|hopeful|contender|aide|critic))",
    regex.I,
)
ALSO = regex.compile(
    r"\s*+,?\s*+\(?\s*+(?:(?:who\s+is\s+|was\s+)?(?:(?:also|better|otherwise|popularly|commonly|widely|best|more|"
    r"formerly|generally)\s+)?(?:known|called|referred\s+to)\s+(?:by\s+(?:his|her|their)\s+(?:\w+\s+){1,3}|"
    r"simply\s+|online\s+|on\s+\w+\s+|to\s+\w+\s+)*as|a\.?\s?k\.?\s?a\.?|alias|nicknamed|"
    r"(?:whose\s+)?(?:real|birth|full|given|legal)\s+name(?:\s+(?:is|was))?|n[eé]e|pen\s+name|stage\s+name|"
    r"who\s+goes\s+by|going\s+by)\s*+:?,?\s*+[“\"‘(]?\s*+",
    regex.I,
)


def credits_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where it is said whose a picture is, in order."""
    found = [match.span() for match in _CREDIT.finditer(text, start, end)]
    small = text[start:end].lower()
    if any(word in small for word in _CREDITED):
        found += [match.span() for match in _CREDIT_LINE.finditer(text, start, end)]
    return sorted(found)
