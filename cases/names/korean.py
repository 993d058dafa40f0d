"""Korean names: the family name and two syllables, in the many Latin spellings of each, as one spelling.

The spelling is that of the Revised Romanisation of 2000, but for the family names, which keep the
commonest. A name is taken for Korean only where all three syllables are.
"""

import re

_FAMILY = {
    spelling: one
    for one, spellings in {
        "kim": "kim gim",
        "yi": "lee yi rhee ri",
        "pak": "park pak bak",
        "choe": "choi choe",
        "jeong": "jung jeong chung chong",
        "kang": "kang gang",
        "cho": "cho jo",
        "yun": "yoon yun youn",
        "chang": "jang chang",
        "im": "lim im rim",
        "o": "oh o",
        "han": "han",
        "sin": "shin sin",
        "seo": "seo suh so",
        "kwon": "kwon gwon",
        "hwang": "hwang",
        "an": "ahn an",
        "song": "song",
        "yu": "yoo yu ryu",
        "hong": "hong",
        "mun": "moon mun",
        "paek": "baek paik paek",
        "no": "noh roh",
        "nam": "nam",
        "ku": "koo ku gu",
    }.items()
    for spelling in spellings.split()
}
_SYLLABLES = {
    spelling: one
    for one, spellings in {
        "yeong": "young yeong",
        "hyeon": "hyun hyeon hyon",
        "su": "soo su",
        "u": "woo u",
        "jun": "joon jun chun",
        "hun": "hoon hun",
        "eun": "eun un",
        "seung": "seung sung",
        "seong": "seong",
        "sang": "sang",
        "seok": "suk seok sok",
        "cheol": "chul cheol chol",
        "jeong": "jung jeong chong",
        "gyeong": "kyung kyoung gyeong kyong",
        "hui": "hee hui",
        "ji": "ji chi",
        "jin": "jin chin",
        "min": "min",
        "ho": "ho",
        "seon": "sun seon son",
        "mi": "mi",
        "hye": "hye hae",
        "won": "won",
        "dong": "dong tong",
        "tae": "tae",
        "jae": "jae chae",
        "gi": "ki gi",
        "hwa": "hwa",
        "gwang": "kwang gwang",
        "yeon": "yeon yun yon",
        "myeong": "myung myeong myong",
        "in": "in",
        "ha": "ha",
        "na": "na",
        "yong": "yong",
        "il": "il",
        "gyu": "kyu gyu",
        "bin": "bin",
        "byeong": "byung byeong pyong",
    }.items()
    for spelling in spellings.split()
}
_SYLLABLE = "|".join(sorted(_SYLLABLES, key=len, reverse=True))
_TWO = re.compile(f"({_SYLLABLE})({_SYLLABLE})")


def one_spelling(words: tuple[str, ...]) -> tuple[str, str] | None:
    """The family name and the given name of a Korean name in one spelling; None for any other name."""
    if not 1 < len(words) < 4:
        return None
    for family, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        if family in _FAMILY and (found := _TWO.fullmatch("".join(rest))):
            return _FAMILY[family], _SYLLABLES[found[1]] + _SYLLABLES[found[2]]
    return None


def is_family(word: str) -> bool:
    """Whether a word is a Korean family name."""
    return word in _FAMILY


def may_be(words: tuple[str, ...]) -> bool:
    """Whether it is worth a closer look: one of the outer words is a Korean family name."""
    return words[0] in _FAMILY or words[-1] in _FAMILY
