"""Measures short of custody, and disappearance: searches, summonses, bans on leaving."""

import regex

from importers.rules.base import Context, Example, Rule, Values

THEME = "measures"
_RAID = r"(?:search|raid|ransack|storm)"
_PLACE = (
    r"(?:homes?|houses?|apartments?|flats?|offices?|premises|residences?|studios?|cars?|belongings|workplaces?|"
    r"rooms?|villa|newsroom)"
)


_SEARCHED = regex.compile(_PLACE, regex.I)


def _searched(ctx: Context) -> Values | None:
    match = _SEARCHED.search(ctx.masked, ctx.hit.start, ctx.reader.sentence.end)
    return {"place": match[0].lower()} if match else {}


RULES = (
    Rule(
        name="measures.search_of",
        version=1,
        theme=THEME,
        kind="search",
        pattern=(
            rf"\b(?P<v>(?:{_RAID}(?:ed|es|ing)?|{_RAID}(?:es)?\s+of)\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?{_PLACE}\s+(?:of|"
            r"belonging\s+to))(?=\s)"
        ),
        mode="object",
        build=_searched,
        examples=(
            Example(
                "Officers [[raided the home of publisher Ottó Varga on 4 June 2024]] and arrested him.",
                people=("Ottó Varga",),
                date="2024-06-04",
                kind="search",
                values={"place": "home"},
            ),
        ),
        counter_examples=("Tourists searched the map of Ottó Varga.",),
    ),
    Rule(
        name="measures.own_search",
        version=1,
        theme=THEME,
        kind="search",
        pattern=(
            rf"\b(?P<v>{_PLACE})\b(?:(?=\s+(?:was|were|has been|have been)\s+(?:searched|raided|"
            rf"ransacked|stormed)\b)"
            r"(?<=(?:[’']s?|\b(?:his|her|their))\s+(?:[\w-]+\s+){0,2}\w+)"
            rf"|(?<=\b{_RAID}(?:ed|es|ing)?\s+(?:(?:[\w’'-]+\s+){{0,5}}?\ue000\ue001*[’']s?|his|her|their)\s+"
            r"(?:[\w-]+\s+){0,2}\w+))"
        ),
        mode="noun",
        build=_searched,
        priority=6,
        examples=(
            Example(
                "On 4 June 2024, officers arrested Ottó Varga. They searched his [[home]].",
                people=("Ottó Varga",),
                kind="search",
                values={"place": "home"},
            ),
        ),
        counter_examples=("Ottó Varga was arrested. He was at his home.",),
    ),
    Rule(
        name="measures.summoned",
        version=1,
        theme=THEME,
        kind="summons",
        pattern=(
            r"\b(?P<v>(?:summoned|called\s+in|subpoenaed|summonsed|invited)(?:\s+(?:to|by|before)\s+(?:the\s+|an?\s+)?"
            r"(?:[\w’'-]+\s+){0,4}?)?(?=[^.;]{0,60}\b(?:question\w*|interrogat\w*|police|prosecut\w*|investigat\w*|court|"
            r"security|intelligence|testif\w*))|called\s+in\s+for\s+questioning|brought\s+in\s+for\s+questioning|"
            r"taken\s+in\s+for\s+questioning|questioned\s+by\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:police|prosecutors?|"
            r"investigators?|authorities))\b"
        ),
        mode="verb",
        priority=7,
        examples=(
            Example(
                "Editor Ottó Varga was arrested in June. [[On 1 June he had been summoned to the]] police.",
                people=("Ottó Varga",),
                date="2024-06-01",
                kind="summons",
            ),
        ),
        counter_examples=("Editor Ottó Varga summoned his courage.",),
    ),
    Rule(
        name="measures.travel_ban",
        version=1,
        theme=THEME,
        kind="travel_ban",
        pattern=(
            r"\b(?P<v>(?:banned|barred|prohibited|prevented|forbidden|stopped|blocked)\s+from\s+(?:leaving|travell?ing|"
            r"flying|boarding)|forbidden\s+to\s+(?:leave|travel)|(?:placed|put|slapped)\s+(?:under|with|on)\s+an?\s+"
            r"travel[- ]ban)\b"
        ),
        mode="verb",
        priority=5,
        examples=(
            Example(
                "Lawyer Hoda Amin was arrested in 2023. [[In June 2024 she was banned from leaving]] Egypt.",
                people=("Hoda Amin",),
                date="2024-06",
                kind="travel_ban",
            ),
        ),
        counter_examples=("Lawyer Hoda Amin banned plastic from her office.",),
    ),
    Rule(
        name="measures.missing",
        version=1,
        theme=THEME,
        kind="disappearance",
        pattern=(
            r"\b(?P<v>(?:went|gone|been|reported|remains?)\s+missing|(?<!\bfrom\s)disappeared(?=\s+(?:on|in|after|from|since|"
            r"while|without|at|\ue010))|vanished|(?:victims?\s+of\s+)(?:an?\s+)?enforced\s+disappearances?|"
            r"whereabouts\s+(?:remain|are|is)\s+unknown)\b"
        ),
        mode="subject",
        priority=6,
        confidence=0.75,
        examples=(
            Example(
                "Activist [[Billy Chan went missing on 17 April 2024]].",
                people=("Billy Chan",),
                date="2024-04-17",
                kind="disappearance",
            ),
        ),
        counter_examples=("The smile of activist Billy Chan has gone.",),
    ),
    Rule(
        name="measures.disappearance_of",
        version=1,
        theme=THEME,
        kind="disappearance",
        pattern=r"\b(?P<v>(?:enforced\s+|forced\s+)?disappearance)\b",
        mode="noun",
        priority=6,
        confidence=0.8,
        examples=(
            Example(
                "The [[disappearance of activist Billy Chan on 17 April 2024]] is not explained.",
                people=("Billy Chan",),
                date="2024-04-17",
                kind="disappearance",
            ),
        ),
        counter_examples=("Activist Billy Chan wrote of disappearances.",),
    ),
    Rule(
        name="measures.extradited",
        version=1,
        theme=THEME,
        kind="transfer",
        pattern=(
            r"\b(?P<v>extradited|(?:handed\s+over|rendered|forcibly\s+returned)(?=\s+to\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?"
            r"(?:authorities|police|government|\p{Lu})))\b"
        ),
        mode="verb",
        build=lambda _: {"manner": "extradited"},
        priority=5,
        examples=(
            Example(
                "Writer Otabek Rahim was jailed in May. [[On 4 June 2024 he was extradited]] to Dushanbe.",
                people=("Otabek Rahim",),
                date="2024-06-04",
                kind="transfer",
                values={"manner": "extradited"},
            ),
        ),
        counter_examples=("Journalist Otabek Rahim wrote on extradition.",),
    ),
)
