"""What happens in custody: still held, incommunicado, in hospital, on hunger strike, visited, moved."""

import regex

from importers.rules.base import Context, Example, Rule, Values
from importers.rules.detention import _CUSTODY as CUSTODY
from importers.view import N

THEME = "conditions"
_PAST = regex.compile(r"\b(?:was|were|had been|been)\s+(?:\w+\s+)?$", regex.I)
_FAMILY = (
    r"(?:family|families|relatives?|father|mother|wife|husband|parents|sister|brother|son|daughter|"
    r"lawyers?|attorneys?|diplomats?|consul\w*|delegation|doctors?|Red Cross)"
)


def _lasting(ctx: Context) -> Values | None:
    """How long somebody has been cut off, as the text says."""
    length = next((one for one in ctx.view.lengths_in(ctx.territory.start, ctx.reader.sentence.end)), None)
    if length is None or length.life or length.death_penalty:
        return {}
    ctx.reach(length.start, length.end)
    return {"duration": ctx.view.text[length.start : length.end]}


def _no_condition(ctx: Context) -> Values | None:
    return None if _PAST.search(ctx.before(30)) else {}


RULES = (
    Rule(
        name="conditions.still_held",
        version=1,
        theme=THEME,
        kind="still_held",
        pattern=(
            rf"\b(?P<v>remains?|stays?|continues? to be|(?:is|are)\s+(?:still|currently|now|also|yet|"
            rf"being|already|today|presently)|is|are|still|currently)\s+(?:\w+\s+){{0,3}}?"
            rf"(?:in\s+(?:\w+\s+){{0,3}}?{CUSTODY}|on remand|behind bars|(?:arbitrarily\s+|unjustly\s+|"
            rf"wrongfully\s+)?(?:imprisoned|detained|incarcerated|jailed|held|locked up|in custody)|under "
            rf"arrest)\b"
            rf"|\b(?P<v>languish(?:es|ed|ing)?)\s+(?:in|behind)\b|\b(?P<v>(?:has|"
            rf"have)\s+(?:\w+\s+)?been\s+in\s+{CUSTODY})\b"
        ),
        mode="subject",
        priority=6,
        dated=False,
        examples=(
            Example(
                "Activist [[Sokha Chann remains in prison]].",
                people=("Sokha Chann",),
                date="2024-06-15",
                kind="still_held",
            ),
            Example(
                "Nurse [[Elena Vidal is still behind bars]] in Tocorón.",
                people=("Elena Vidal",),
                date="2024-06-15",
                kind="still_held",
            ),
        ),
        counter_examples=("Activist Sokha Chann remains in the country.",),
    ),
    Rule(
        name="conditions.named_inmates",
        version=1,
        theme=THEME,
        kind="still_held",
        pattern=(
            r"\b(?P<v>(?:detainees|(?:political\s+)?prisoners|inmates|captives|hostages)\s+(?:(?:who\s+)?"
            r"(?:still\s+)?(?:in|at|from)\s+(?:[\w’'-]+\s+){1,4}?)?(?:include|are|(?:were|have been)\s+"
            r"(?:identified|named)\s+as))"
            r"(?=:?\s+(?:(?!(?:held|in|not|being|still|now|at|on|to|said)\b)[\w’'-]+\s+){0,6}?\ue000)"
        ),
        mode="object",
        dated=False,
        priority=6,
        confidence=0.8,
        examples=(
            Example(
                "The [[detainees include nurse Elena Vidal]] and poet Omar Sy.",
                people=("Elena Vidal",),
                date="2024-06-15",
                kind="still_held",
            ),
        ),
        counter_examples=("The detainees are in the care of nurse Elena Vidal.",),
    ),
    Rule(
        name="conditions.left_out",
        version=1,
        theme=THEME,
        kind="still_held",
        pattern=(
            r"\b(?P<v>(?:excluded|left out|omitted|absent|missing|barred)(?:\s+(?:from|"
            r"of))?\s+(?:\w+\s+){0,4}?(?:(?:group|list|number|those|prisoners|people)(?:\s+(?:being\s+|"
            r"who were\s+)?(?:released|freed|pardoned))?|releases?|amnesty|pardons?|swap|exchange)|"
            r"not\s+(?:included|listed)\s+(?:in|among)\s+(?:\w+\s+){0,4}?(?:released|freed|pardoned|group|"
            r"list|amnesty|pardons?|swap|exchange|release))\b"
        ),
        mode="verb",
        dated=False,
        priority=1,
        examples=(
            Example(
                "Nurse [[Elena Vidal was left out of the amnesty]].",
                people=("Elena Vidal",),
                date="2024-06-15",
                kind="still_held",
            ),
        ),
        counter_examples=("Nurse Elena Vidal was left out of the meeting.",),
    ),
    Rule(
        name="conditions.adjective",
        version=1,
        theme=THEME,
        kind="still_held",
        pattern=(
            r"\b(?P<v>jailed|imprisoned|incarcerated|detained|arrested|"
            r"captive)(?=\s+(?:(?!(?:was|were|is|are|have|has|had|include[sd]?)\b)[\w’'-]+\s+){0,7}?\ue000)(?<=(?:^|[,.:;—–“\"(]\s*|\b(?:the|an?|of|for|and|"
            r"with|from|by|against|about|currently|still|wrongfully|unjustly|arbitrarily|\w+ian|\w+ese|"
            r"\w+ani|fellow|including|as|to|on|support|visit)\s+)\w+)"
        ),
        mode="adjective",
        dated=False,
        priority=4,
        confidence=0.8,
        examples=(
            Example(
                "Friends wrote to [[imprisoned poet Farid Rostami]].",
                people=("Farid Rostami",),
                date="2024-06-15",
                kind="still_held",
            ),
        ),
        counter_examples=("Friends wrote to the exiled poet Farid Rostami.",),
    ),
    Rule(
        name="conditions.incommunicado",
        version=1,
        theme=THEME,
        kind="incommunicado",
        pattern=(
            r"\b(?P<v>(?:held|detained|kept|being held|in|incarcerated|"
            r"arrested)\s+(?:\w+\s+){0,3}?incommunicado(?:\s+(?:detention|regime|confinement))?|"
            r"incommunicado\s+(?:detention|regimes?|confinement)|incommunicado)\b"
            r"|\b(?P<v>(?:without|no|denied(?: any)?|lost(?: all)?|cut off from(?: "
            r"all)?)\s+(?:any\s+)?(?:contact|communication|access)\s+(?:with|to|"
            r"from)\s+(?:\w+\s+){0,4}?(?:family|families|relatives|lawyers?|outside world|loved ones))"
            r"|\b(?P<v>family (?:was|were|has been|have been|is) unable to (?:contact|reach))"
        ),
        mode="subject",
        build=_lasting,
        priority=3,
        examples=(
            Example(
                "Student [[Yusuf Demir was held incommunicado for eleven days]].",
                people=("Yusuf Demir",),
                date="2024-06-15",
                kind="incommunicado",
                values={"duration": "eleven days"},
            ),
        ),
        counter_examples=("Student Yusuf Demir has no contact details.",),
    ),
    Rule(
        name="conditions.incommunicado_imposed",
        version=1,
        theme=THEME,
        kind="incommunicado",
        pattern=(
            r"\b(?P<v>incommunicado\s+(?:detention|regimes?|confinement)(?:\s+(?:was|were|is|are|has been|"
            r"have been))?(?:\s+imposed)?\s+(?:on|of))(?=\s)"
        ),
        mode="object",
        build=_lasting,
        priority=2,
        examples=(
            Example(
                "An [[incommunicado regime was imposed on priest Jorge Campos]].",
                people=("Jorge Campos",),
                date="2024-06-15",
                kind="incommunicado",
            ),
        ),
        counter_examples=("New rules were imposed on priest Jorge Campos.",),
    ),
    Rule(
        name="conditions.hospital",
        version=1,
        theme=THEME,
        kind="hospitalisation",
        pattern=(
            r"\b(?P<v>hospitali[sz]ed|(?:taken|rushed|admitted|transferred|moved|sent|"
            r"brought)\s+(?:urgently\s+)?(?:from\s+\w+\s+)?(?:to|into)\s+(?:an?\s+|"
            r"the\s+)?(?:[\w’'-]+\s+){0,4}?(?:hospital|intensive care(?:\s+unit)?|infirmary|medical "
            r"unit))\b"
        ),
        mode="verb",
        priority=2,
        examples=(
            Example(
                "[[On 4 June 2023 prisoner Nurlan Abdrakhmanov was taken to a prison hospital]].",
                people=("Nurlan Abdrakhmanov",),
                date="2023-06-04",
                kind="hospitalisation",
            ),
        ),
        counter_examples=("Nurlan Abdrakhmanov, a doctor, works at a prison hospital.",),
    ),
    Rule(
        name="conditions.hunger_strike",
        version=1,
        theme=THEME,
        kind="hunger_strike",
        pattern=(
            r"\b(?P<v>(?:(?:has|had|have|is|was|are|were)\s+(?:\w+\s+){0,2})?(?:been\s+)?(?:on|began|"
            r"begun|started|launched|went on|gone on|declared|announced|staged|staging|continu\w+|"
            r"end(?:ed)?|entered|resumed|joined|undertook|in)\s+(?:an?\s+|his\s+|her\s+|their\s+|"
            r"the\s+)?(?:\ue020\ue021*[-\s]*)?(?:\w+\s+){0,2}?hunger[- ]strikes?)\b"
        ),
        mode="subject",
        priority=3,
        examples=(
            Example(
                "Jailed lawyer [[Aysel Kaya went on hunger strike on 10 January 2024]].",
                people=("Aysel Kaya",),
                date="2024-01-10",
                kind="hunger_strike",
            ),
        ),
        counter_examples=("Lawyer Aysel Kaya wrote about a hunger strike of miners.",),
    ),
    Rule(
        name="conditions.visit",
        version=1,
        theme=THEME,
        kind="visit",
        pattern=(
            rf"\b(?P<v>(?:was|were|has been|is)\s+(?:finally\s+)?(?:allowed|permitted|able|"
            rf"granted)(?:\s+to\s+(?:visit|see|meet))|visited)(?=\s+(?:him|her|them|"
            rf"(?:[\w’'-]+\s+){{0,6}}?\ue000))(?<=\b{_FAMILY}\b.{{0,100}})"
        ),
        mode="object",
        priority=3,
        examples=(
            Example(
                "Her mother [[was allowed to visit imprisoned artist Zhanna Tokareva]].",
                people=("Zhanna Tokareva",),
                date="2024-06-15",
                kind="visit",
            ),
        ),
        counter_examples=("Tourists visited Zhanna Tokareva.",),
    ),
    Rule(
        name="conditions.allowed_visit",
        version=1,
        theme=THEME,
        kind="visit",
        pattern=(
            rf"\b(?P<v>(?:allow(?:s|ed)?|permit(?:s|ted)?|"
            rf"let)\s+(?:\w+\s+){{0,2}}?{_FAMILY}\s+(?:members\s+)?(?:to\s+)?(?:visit|see|meet))"
        ),
        mode="object",
        priority=3,
        examples=(
            Example(
                "The prison [[allowed relatives to visit jailed singer Hamid Rezaei]].",
                people=("Hamid Rezaei",),
                date="2024-06-15",
                kind="visit",
            ),
        ),
        counter_examples=("The prison allowed Hamid Rezaei books.",),
    ),
    Rule(
        name="conditions.transfer",
        version=1,
        theme=THEME,
        kind="transfer",
        pattern=(
            r"\b(?P<v>(?:transferred|moved|relocated)\s+(?:from\s+[^.,;]{3,60}?\s+)?to\s+(?:an?\s+|the\s+|"
            r"another\s+)?(?:[\w’'-]+\s+){0,5}?(?:prison|colony|jail|detention cent(?:er|re)|detention "
            r"facility|cell|SIZO|solitary confinement|penitentiary|facility))\b"
        ),
        mode="verb",
        priority=3,
        examples=(
            Example(
                "Historian [[Marek Duda was transferred to a penal colony on 7 July 2022]].",
                people=("Marek Duda",),
                date="2022-07-07",
                kind="transfer",
            ),
        ),
        counter_examples=("Historian Marek Duda was transferred to a university.",),
    ),
    Rule(
        name="conditions.ill_treatment",
        version=1,
        theme=THEME,
        kind="ill_treatment",
        pattern=(
            r"\b(?P<v>tortured|beaten(?: up)?|ill-treated|mistreated|electrocuted|waterboarded|"
            r"(?:subjected|subject)\s+to\s+(?:\w+\s+){0,4}?(?:torture|ill-treatment|beatings?|abuse|"
            r"mistreatment)|(?:placed|put|held|kept)\s+in\s+(?:solitary confinement|an?\s+(?:punishment|"
            r"isolation)\s+cell)|denied\s+(?:\w+\s+){0,3}?(?:medical|health)\s*(?:care|treatment|"
            r"attention|assistance))\b"
        ),
        mode="verb",
        priority=4,
        examples=(
            Example(
                "Farmer [[Pedro Quispe was arrested and tortured]] by police.",
                people=("Pedro Quispe",),
                kind="ill_treatment",
            ),
        ),
        counter_examples=("Farmer Pedro Quispe spoke against torture.",),
    ),
    Rule(
        name="conditions.house_arrest",
        version=1,
        theme=THEME,
        kind="house_arrest",
        pattern=(
            rf"\b(?P<v>(?:(?:placed|put|kept|held|confined|remains?|transferred|moved|released)\s+)?(?:in|"
            rf"under|to|"
            rf"into|on)\s+(?:\w+\s+)?(?:house|home)\s+(?:arrest|confinement|"
            rf"detention))(?:\s+for\s+{N})?\b"
        ),
        mode="subject",
        priority=1,
        examples=(
            Example(
                "Bishop [[Tomás Arana was placed under house arrest in August 2022]].",
                people=("Tomás Arana",),
                date="2022-08",
                kind="house_arrest",
            ),
        ),
        counter_examples=("Bishop Tomás Arana visited a house in August 2022.",),
    ),
)
