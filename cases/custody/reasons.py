"""Every sentence that the public reads on why a status or a reading was chosen."""

from cases.dates import PartialDate

NOTHING_KNOWN = "No source in the record says whether the person is in custody."
BETWEEN = "The sources do not say whether custody had begun or ended by that day."
TERM_OVER = "The days of arrest are over, and no source says what came after."
NO_LONGER = "A later event shows that custody had ended; no source says when."

RULED = "A researcher decided between the sources."
WITHOUT_HEDGE = "One source says it without a hedge and the other does not."
LATER_WITHOUT_HEDGE = "The later source says it without a hedge."
LATER_SOURCE = "The later source is followed."
LATER_FACT = "The later date is followed."
EXACT_DATE = "The date that a source gives exactly is followed."
EARLIER_DATE = "Neither source is firmer or later; the earlier date is shown."
DEATH_STANDS = "A death that a source states without a hedge stands until a source corrects it."
DENIED = "One source says that it happened and another that it did not; the report that it happened is shown."
LENGTHS = "Sources give different lengths for one sentence; the later source is followed."

ARRESTED = "A source says that the person was taken into custody {when}, and none says that it ended."
SENTENCED = "A court pronounced a penalty served in custody {when}, and no source says that custody ended."
CONFIRMED = "A source says that the person was in custody {when}, and none says that it ended."
FREED = "A source says that the person was set free {when}."
EXPELLED = "A source says that the person was made to leave the country {when}."
NO_PRISON = (
    "The penalty pronounced {when} takes no liberty, and no later source says that the person is held."
)
WANTED = "A source says that the person was wanted {when}, and none says that they were caught."
ABSENT = (
    "A court pronounced a sentence {when} in the person's absence, and no source says that they were caught."
)
DIED = "A source says that the person died {when}."
HEDGED = "No source says it without a hedge."


def when(partial: PartialDate | None) -> str:
    """A date with its preposition: "on 13 December 2025", "in 2023", "by May 2024", "on a day not known"."""
    if partial is None:
        return "on a day not known"
    if partial.precision == "interval":
        words = partial.show()
        return words.replace("until ", "by ", 1) if words.startswith("until ") else words
    if partial.approximate:
        return partial.show()
    return f"{'on' if partial.precision == 'day' else 'in'} {partial.show()}"


def sentence(template: str, partial: PartialDate | None) -> str:
    """A sentence of this file with its date."""
    return template.format(when=when(partial))
