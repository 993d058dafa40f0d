"""Liberty taken in other words than "arrested": led away, put in a cell; remand ordered and prolonged."""

import regex

from importers.rules.base import Context, Example, Rule, Values
from importers.rules.charged import charges_in
from importers.when import pick_date

THEME = "detention"
_PLACE = (
    r"(?:jails?|prison|bars|custody|captivity|detention(?:\s+cent(?:er|re)|\s+facility)?|(?:[\w-]+\s+)?police\s+"
    r"(?:station|custody|cell|department|headquarters|lock-?up)|pre-?trial\s+(?:prison|detention\s+cent(?:er|re))|"
    r"(?:an?\s+)?(?:un|undis)(?:known|closed)\s+(?:location|destination|place)|(?:prison|jail|isolation)\s+cell)"
)
_TERM = regex.compile(r"[^.;,]{0,40}?\bfor\s+(?:up\s+to\s+)?(?:an?\s+(?:month|week)|\ue020)", regex.I)
_PRETRIAL = regex.compile(r"pre-?trial|provisional|preventive|preventative", regex.I)
_PENDING = regex.compile(r"\bpending\b", regex.I)
_HOME = (
    r"(?:home|house|office|flat|apartment|car|workplace|village|residence|hotel|room|school|university|farm|"
    r"street|bed)"
)


def _taken(ctx: Context) -> Values | None:
    return {"manner": "detained"} | charges_in(ctx, ctx.territory.end)


def _led(ctx: Context) -> Values | None:
    """Who took whom where: the quote goes on to the last of it."""
    ctx.reach(ctx.hit.pos, ctx.hit.match.end("to"))
    return _taken(ctx)


def _placed(ctx: Context) -> Values | None:
    """Put in prison: the beginning of custody for a reader who is told of no other."""
    return {"manner": "detained", "_placed": True} | charges_in(ctx, ctx.territory.end)


def _ordered(ctx: Context) -> Values | None:
    """An order to hold somebody for so many months holds; without a time it is a warrant."""
    behind = ctx.masked[ctx.hit.end : ctx.reader.sentence.end]
    pretrial = _PRETRIAL.search(ctx.hit.match[0])
    if not pretrial and not _TERM.match(behind) and not _PENDING.search(behind[:80]):
        return None
    values: Values = {"_modality": "stated"} | charges_in(ctx, ctx.territory.end)
    length = next(iter(ctx.view.lengths_in(ctx.hit.start, ctx.territory.end)), None)
    if length and not (length.life or length.death_penalty):
        values["term"] = ctx.view.text[length.start : length.end]
    return values


def _extended(_: Context) -> Values | None:
    """Custody that goes on: its date is that of the order, and not when it began."""
    return {"prolonged": True, "_prolonged": True}


def _pretrial(ctx: Context) -> Values | None:
    return {} if pick_date(ctx) is not None else {"_kind": "still_held"}


RULES = (
    Rule(
        name="detention.led_away",
        version=1,
        theme=THEME,
        kind="arrest",
        pattern=(
            r"\b(?P<v>took|takes|dragged|led|whisked|hauled|marched|pulled|snatched|picked|seized)"
            r"(?=\s+(?:up\s+)?(?:him|her|them|(?:[\w’'-]+\s+){0,6}?\ue000\ue001*(?![’'\ue001])(?:[^.;:\ue000]{0,50}?"
            r"\band\s+(?:[\w’'-]+\s+){0,4}?\ue000\ue001*(?![’'\ue001]))?)\s*"
            r"(?:,\s+[^.,;]{2,40},\s+)?(?P<to>away\b|up\b|(?:back\s+)?into\s+(?:\w+\s+)?(?:custody|detention)|(?:out\s+)?from\s+"
            rf"(?:his|her|their|the|an?)\s+(?:[\w-]+\s+)?{_HOME}\b|to\s+{_PLACE}\b))"
        ),
        mode="object",
        build=_led,
        examples=(
            Example(
                "Masked men [[took teacher Alba Ruiz away from her home on 3 March 2024]].",
                people=("Alba Ruiz",),
                date="2024-03-03",
                kind="arrest",
                values={"manner": "detained"},
            ),
            Example(
                "Soldiers [[took Alba Ruiz into custody]].",
                people=("Alba Ruiz",),
                kind="arrest",
                values={"manner": "detained"},
            ),
        ),
        counter_examples=(
            "The bus took Alba Ruiz to school.",
            "Police took Alba Ruiz’s phone away.",
        ),
    ),
    Rule(
        name="detention.seized",
        version=1,
        theme=THEME,
        kind="arrest",
        pattern=(
            r"\b(?P<v>(?<=\b(?:police|authorities|officers|forces|agents|soldiers|troops|gunmen|men|militants|"
            r"security|intelligence|army|military|guards|border guards)\s+(?:\w+ly\s+|have\s+|had\s+)?)"
            r"(?:seized|picked up|captured|nabbed|rearrest|apprehend)(?!\s+(?:part|place|control|over)))"
            r"(?=\s+(?:[\w’'-]+\s+){0,6}?\ue000\ue001*(?![’'\ue001]))"
        ),
        mode="object",
        build=_taken,
        priority=6,
        examples=(
            Example(
                "Border guards [[seized cleric Hassan Omar on 7 May 2024]].",
                people=("Hassan Omar",),
                date="2024-05-07",
                kind="arrest",
                values={"manner": "detained"},
            ),
        ),
        counter_examples=("Police seized Hassan Omar’s passport.",),
    ),
    Rule(
        name="detention.led_off",
        version=1,
        theme=THEME,
        kind="arrest",
        pattern=(
            r"\b(?P<v>(?:taken|led|dragged|whisked|marched|driven)\s+(?:away|off)|bundled\s+into|"
            r"forced\s+into\s+an?\s+(?:\w+\s+)?(?:car|van|vehicle|jeep|bus))\b"
        ),
        mode="verb",
        build=_taken,
        priority=6,
        confidence=0.8,
        examples=(
            Example(
                "[[On 3 March 2024 driver Alba Ruiz was bundled into]] a van.",
                people=("Alba Ruiz",),
                date="2024-03-03",
                kind="arrest",
                values={"manner": "detained"},
            ),
        ),
        counter_examples=("The prize of Alba Ruiz was taken away.",),
    ),
    Rule(
        name="detention.placed",
        version=1,
        theme=THEME,
        kind="arrest",
        pattern=(
            r"\b(?P<v>(?:placed|put|thrown|sent|taken|locked|brought|held|cast)\s+(?:back\s+)?(?:in|into|to|behind)\s+"
            rf"(?:an?\s+|the\s+)?(?:(?:local|nearby|central|main|military|secret|maximum-security|high-security)\s+)?{_PLACE})\b"
        ),
        mode="verb",
        build=_placed,
        priority=6,
        confidence=0.8,
        examples=(
            Example(
                "Singer [[Naw Wah was thrown into prison in May 2022]].",
                people=("Naw Wah",),
                date="2022-05",
                kind="arrest",
                values={"manner": "detained"},
            ),
        ),
        counter_examples=("Singer Naw Wah was taken to a concert.",),
    ),
    Rule(
        name="detention.gave_himself_up",
        version=1,
        theme=THEME,
        kind="arrest",
        pattern=(
            r"\b(?P<v>(?:turned|handed|gave)\s+(?:himself|herself|themselves)\s+(?:in|over|up)|surrendered\s+to\s+(?:the\s+)?"
            r"(?:[\w-]+\s+)?(?:police|authorities|custody)|(?:landed|ended\s+up|wound\s+up)\s+(?:in|behind)\s+"
            r"(?:jail|prison|bars|custody))\b"
        ),
        mode="subject",
        build=_taken,
        examples=(
            Example(
                "Journalist [[Joe Okafor turned himself in on 3 May 2024]].",
                people=("Joe Okafor",),
                date="2024-05-03",
                kind="arrest",
                values={"manner": "detained"},
            ),
        ),
        counter_examples=("Journalist Joe Okafor turned in his badge.",),
    ),
    Rule(
        name="detention.ordered",
        version=1,
        theme=THEME,
        kind="pretrial_detention",
        pattern=(
            r"\b(?P<v>(?:order|authori[sz]|approv|sanction|impos)(?:ed|es|s)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?"
            r"(?:arrest|detention|imprisonment|custody)\s+(?:of|for|on|against))(?=\s)"
        ),
        mode="object",
        build=_ordered,
        priority=4,
        examples=(
            Example(
                "[[On 3 May 2024 a court ordered the arrest of blogger Tural Aslan]] for four months.",
                people=("Tural Aslan",),
                date="2024-05-03",
                kind="pretrial_detention",
                values={"term": "four months"},
            ),
        ),
        counter_examples=("The court ordered the arrest of blogger Tural Aslan in absentia.",),
    ),
    Rule(
        name="detention.own_pretrial",
        version=1,
        theme=THEME,
        kind="pretrial_detention",
        pattern=(
            r"\b(?P<v>(?:pre-?trial|provisional|preventive|preventative|remand)\s+(?:detention|custody|imprisonment|"
            r"arrest))\b(?<=(?:[’']s?|\b(?:his|her|their))\s+[\w-]+\s+\w+)"
        ),
        mode="noun",
        build=_pretrial,
        priority=5,
        examples=(
            Example(
                "Blogger Tural Aslan has been ill since his [[pre-trial detention began on 3 May 2024]].",
                people=("Tural Aslan",),
                date="2024-05-03",
                kind="pretrial_detention",
            ),
        ),
        counter_examples=("Blogger Tural Aslan criticised pre-trial detention.",),
    ),
    Rule(
        name="detention.prolonged",
        version=1,
        theme=THEME,
        kind="pretrial_detention",
        pattern=(
            r"\b(?P<v>(?:extend|prolong|renew)(?:ed|s|ing)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:arrest|detention|custody|"
            r"remand|imprisonment)\s+(?:period\s+)?(?:of|for))(?=\s)"
        ),
        mode="object",
        build=_extended,
        priority=3,
        examples=(
            Example(
                "A judge [[extended the detention of dentist Lea Marku on 3 May 2024]] by two months.",
                people=("Lea Marku",),
                date="2024-05-03",
                kind="pretrial_detention",
                values={"prolonged": True},
            ),
        ),
        counter_examples=("A judge extended the deadline of dentist Lea Marku.",),
    ),
    Rule(
        name="detention.own_prolonged",
        version=1,
        theme=THEME,
        kind="pretrial_detention",
        pattern=(
            r"\b(?P<v>arrest|detention|custody|remand|imprisonment)\b(?:(?=\s+(?:period\s+)?(?:was|"
            r"were|has been|have been|"
            r"had been|is)\s+(?:\w+\s+)?(?:extended|prolonged|renewed))(?<=(?:[’']s?|\b(?:his|her|their))\s+"
            r"(?:[\w-]+\s+){0,2}\w+)|(?<=\b(?:extend|prolong|renew)(?:ed|s|ing)?\s+(?:\ue000\ue001*[’']s?|his|her|their)\s+"
            r"(?:[\w-]+\s+){0,2}\w+))"
        ),
        mode="noun",
        build=_extended,
        priority=3,
        examples=(
            Example(
                "[[Lea Marku’s detention was extended on 3 May 2024]].",
                people=("Lea Marku",),
                date="2024-05-03",
                kind="pretrial_detention",
                values={"prolonged": True},
            ),
        ),
        counter_examples=("Lea Marku’s deadline was extended.",),
    ),
)
