"""Arrest, detention, abduction, remand: how sources say that liberty was taken, and that it still is."""

import regex

from importers.rules.base import Context, Example, Rule, Values
from importers.rules.charged import charges_in
from importers.view import D, N
from importers.when import began, follows_since, lasted, pick_date

THEME = "detention"
_PRESENT = regex.compile(
    r"\b(?:is|are|remains?|still|currently|continues?|now|today)\b(?:\s+\w+){0,3}\s*$", regex.I
)
_HAS_BEEN = regex.compile(r"\b(?:has|have|had|’s|’ve)\s+(?:\w+\s+){0,2}been\b(?:\s+\w+){0,3}\s*$", regex.I)
_HAS = regex.compile(r"\b(?:has|have|’s|’ve)\b", regex.I)
_WARRANT = regex.compile(r"\bwarrants?\s+for\s+(?:\w+\s+)?$", regex.I)
_ABDUCT = regex.compile(r"abduct|kidnap|snatch|disappear|whisk", regex.I)
_CUSTODY = (
    r"(?:prison|jail|custody|detention|pre-?trial (?:detention|custody)|remand|(?:solitary|incommunicado) "
    r"(?:confinement|detention)|captivity|"
    r"(?:\w+[- ]){0,3}(?:prison|jail|detention (?:cent(?:er|re)|facility)|penal colony|cell))"
)


def _arrested(ctx: Context) -> Values | None:
    """An arrest; "is detained" without a date only says that somebody is held."""
    word = ctx.hit.match["v"].lower()
    values: Values = {
        "manner": "abducted"
        if _ABDUCT.search(word)
        else "detained"
        if word.startswith(("detain", "held"))
        else "arrested"
    }
    values |= charges_in(ctx, ctx.territory.end)
    if ctx.hit.voice == "adjective":
        return {"_kind": "still_held"}
    date = pick_date(ctx)
    if word.startswith(("detain", "held", "imprison", "jail", "incarcerat", "locked", "kept")):
        return _held(ctx, values, date is not None and follows_since(ctx, date), date is not None)
    return values


def _held(ctx: Context, values: Values, since: bool, dated: bool) -> Values | None:
    """ "Held since", "held for 19 months", "is held": since when, or only that."""
    before = ctx.before()
    if since:
        return values | {"_since": True}
    length = lasted(ctx)
    if length and not dated and (_HAS_BEEN.search(before) or _PRESENT.search(before)):
        start = began(ctx, length)
        ctx.reach(length.start, length.end)
        return values | {"_date": start, "_since": True} if start else {"_kind": "still_held"}
    if _PRESENT.search(before) or (_HAS_BEEN.search(before) and not dated):
        return {"_kind": "still_held"}
    word = ctx.hit.match["v"].lower()
    if word.startswith(("imprison", "jail", "incarcerat", "locked", "kept", "held")) and not dated:
        return {"_kind": "still_held", "_weak": True}
    return values


def _since(_: Context) -> Values | None:
    return {"manner": "detained", "_since": True}


def _spent(ctx: Context) -> Values | None:
    """ "Has spent four years in prison": held at the document's date, and since about four years before."""
    length = next(iter(ctx.view.lengths_in(ctx.hit.start, ctx.hit.end)), None)
    if length is None or length.life or length.death_penalty:
        return None
    if not _HAS.search(ctx.masked[ctx.hit.start : ctx.hit.start + 12] + ctx.before(14)):
        return {"_kind": "other", "served": True}
    start = began(ctx, length)
    return (
        {"manner": "detained", "_date": start, "_since": True, "_rough": True}
        if start
        else {"_kind": "still_held"}
    )


def _noun(ctx: Context) -> Values | None:
    word = ctx.hit.match["v"].lower()
    if _WARRANT.search(ctx.before(40)):
        return {"_kind": "wanted"}
    if word.startswith(("imprison", "incarcerat", "jailing", "captivity")) and pick_date(ctx) is None:
        return {"_kind": "still_held"}
    manner = "abducted" if _ABDUCT.search(word) else "arrested" if "arrest" in word else "detained"
    return {"manner": manner} | charges_in(ctx, ctx.territory.end)


def _remand(ctx: Context) -> Values | None:
    values = charges_in(ctx, ctx.territory.end)
    before = ctx.before()
    held = ctx.hit.match["v"].lower().startswith(("held", "kept", "detained")) and (
        _HAS_BEEN.search(before) or _PRESENT.search(before)
    )
    lasting = lasted(ctx) if held and pick_date(ctx) is None else None
    if lasting:
        ctx.reach(lasting.start, lasting.end)
        return values | {"_date": began(ctx, lasting), "_since": True}
    length = next(iter(ctx.view.lengths_in(ctx.hit.start, ctx.territory.end)), None)
    if length and not (length.life or length.death_penalty) and length.end - ctx.hit.end < 80:
        values["term"] = ctx.view.text[length.start : length.end]
    return values


RULES = (
    Rule(
        name="detention.arrested",
        version=1,
        theme=THEME,
        kind="arrest",
        pattern=(
            r"\b(?P<v>re-?arrested|arrested|apprehended|rounded up|detained|abducted|kidnapped|snatched|"
            r"forcibly disappeared|taken into (?:\w+ ){0,2}(?:custody|detention)|"
            r"(?:taken|led|dragged|whisked) away(?= by| from| in)|picked up (?=by|at|from|in)|seized "
            r"(?=by|at|from|in)|captured(?= by)|imprisoned|jailed|incarcerated|locked up|"
            r"held|kept in (?=prison|jail|custody|detention|solitary)|(?:sent|taken|brought) back (?:to|"
            r"into) (?:prison|jail|custody|detention)|returned to (?:prison|jail|custody)|detains|"
            r"(?<=\b(?:police|authorities|"
            r"officers|forces|agents|officials|security) )(?:arrest|detain))\b"
            r"(?!\s+(?:a|an|the|its|their|his|her|talks|meetings?|elections?)?\s*(?:press conference|"
            r"meetings?|talks|elections?|rally|rallies|hearings?|protests?|accountable|responsible|up\b|"
            r"hands|hostage to|positions?)(?![’']))"
        ),
        mode="verb",
        build=_arrested,
        examples=(
            Example(
                "Police in Baku [[arrested journalist Rashad Valiyev on 5 May 2023]].",
                people=("Rashad Valiyev",),
                date="2023-05-05",
                kind="arrest",
                values={"manner": "arrested"},
            ),
            Example(
                "[[Tran Thi Mai, detained since September 2020]], has not seen her family.",
                people=("Tran Thi Mai",),
                date="2020-09",
                kind="arrest",
                values={"manner": "detained"},
            ),
            Example(
                "Masked men [[abducted the lawyer Amina Diallo from her office on 3 March 2024]].",
                people=("Amina Diallo",),
                date="2024-03-03",
                kind="arrest",
                values={"manner": "abducted"},
            ),
        ),
        counter_examples=(
            "Journalist Rashad Valiyev could be arrested any day.",
            "A press conference was held by Amina Diallo in Bamako.",
        ),
    ),
    Rule(
        name="detention.since",
        version=1,
        theme=THEME,
        kind="arrest",
        pattern=(
            rf"\b(?P<v>(?:in|under)\s+(?:\w+\s+){{0,2}}?{_CUSTODY}|behind bars|imprisoned|incarcerated|"
            rf"jailed|remanded)(?:\s+in\s+[\w\s’'-]{{3,40}}?)?\s+(?:ever\s+)?since\s+(?:\w+\s+)?{D}"
        ),
        mode="subject",
        build=_since,
        priority=3,
        examples=(
            Example(
                "Editor [[Omar Haddad has been in prison since 12 June 2021]].",
                people=("Omar Haddad",),
                date="2021-06-12",
                kind="arrest",
                values={"manner": "detained"},
            ),
        ),
        counter_examples=("Editor Omar Haddad has lived in Tunis since 2021.",),
    ),
    Rule(
        name="detention.spent",
        version=1,
        theme=THEME,
        kind="arrest",
        pattern=(
            rf"\b(?P<v>(?:has|have|had|having)\s+(?:\w+\s+)?(?:spent|served)|spent|served|(?:has|"
            rf"have)\s+(?:now\s+|already\s+)?been\s+(?:in\s+{_CUSTODY}|behind "
            rf"bars)(?=\s+for))\s+(?:for\s+)?(?:\w+\s+){{0,3}}?(?:{N})\s*(?:(?:in|"
            rf"behind)\s+(?:\w+\s+){{0,3}}?(?:prison|jail|custody|detention|bars|captivity|incarceration|"
            rf"confinement)|(?<=\bbeen\b[^.;]{{0,80}}))"
        ),
        mode="subject",
        build=_spent,
        dated=False,
        priority=4,
        confidence=0.8,
        examples=(
            Example(
                "Teacher [[Samira Kaboré has spent more than four years in prison]].",
                people=("Samira Kaboré",),
                date="2020~",
                kind="arrest",
                values={"manner": "detained"},
            ),
        ),
        counter_examples=("Teacher Samira Kaboré has spent more than four years in Paris.",),
    ),
    Rule(
        name="detention.noun",
        version=1,
        theme=THEME,
        kind="arrest",
        pattern=(
            r"(?<!\b(?:house|administrative|pre-?trial|under|mass|citizen[’']s|in|provisional|preventive|"
            r"immigration|of)\s)\b(?P<v>(?:re-?)?arrests?|detentions?|abductions?|kidnapping|capture|"
            r"apprehension|imprisonment|incarceration|jailing)\b"
            r"(?!\s+(?:warrants?|cent(?:er|re)s?|facilit\w+|conditions|orders?|camps?|campaign|hearing|"
            r"of\s+(?:more|over|at least|about|hundreds|dozens|thousands|nearly)))"
        ),
        mode="noun",
        build=_noun,
        priority=6,
        examples=(
            Example(
                "The union condemned the [[arrest of reporter Kwame Boateng on 2 February 2024]].",
                people=("Kwame Boateng",),
                date="2024-02-02",
                kind="arrest",
                values={"manner": "arrested"},
            ),
            Example(
                "Since her [[arrest in May 2022, Lucía Herrera]] has been ill.",
                people=("Lucía Herrera",),
                date="2022-05",
                kind="arrest",
                values={"manner": "arrested"},
            ),
        ),
        counter_examples=("Kwame Boateng criticised the mass arrests of last year.",),
    ),
    Rule(
        name="detention.remanded",
        version=1,
        theme=THEME,
        kind="pretrial_detention",
        pattern=(
            r"\b(?P<v>remanded|placed|sent|put|kept|held|ordered(?:\s+to\s+be\s+held)?|committed|"
            r"transferred|returned|taken|detained|sentenced)\s+(?:\w+\s+){0,3}?(?:(?:in|into|to|under|on|"
            r"for)\s+)?(?:an?\s+|the\s+|his\s+|her\s+|\ue020\ue021*\s+(?:of\s+|"
            r"in\s+)?)?(?:\w+\s+){0,2}?(?:pre-?trial|provisional|preventive|preventative|temporary|remand|"
            r"precautionary|police|judicial|investigative)[\s-]+(?:detention|custody|arrest|imprisonment|"
            r"prison|jail|cent(?:er|re))"
            r"|\b(?P<v>remanded)(?:\s+(?:in|into)\s+(?:custody|prison|detention|jail))?"
        ),
        mode="verb",
        build=_remand,
        priority=2,
        examples=(
            Example(
                "Blogger [[Daler Rahimov was placed in pre-trial detention on 6 May 2023]].",
                people=("Daler Rahimov",),
                date="2023-05-06",
                kind="pretrial_detention",
            ),
            Example(
                "[[On March 2 the court remanded Tesfaye Bekele]] in custody for 14 days.",
                people=("Tesfaye Bekele",),
                date="2024-03-02",
                kind="pretrial_detention",
                values={"term": "14 days"},
            ),
        ),
        counter_examples=("Lawyer Daler Rahimov said that pre-trial detention should be the exception.",),
    ),
)
