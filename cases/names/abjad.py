"""Arabic and Persian letters as sounds: consonants, and the vowels that are written."""

_LETTERS = {
    "ا": "A", "أ": "A", "إ": "A", "آ": "A", "ب": "B", "پ": "P", "ت": "T", "ث": "T", "ج": "J", "چ": "C",
    "ح": "H", "خ": "H", "د": "D", "ذ": "D", "ر": "R", "ز": "Z", "ژ": "X", "س": "S", "ش": "W", "ص": "S",
    "ض": "D", "ط": "T", "ظ": "Z", "ع": "A", "غ": "G", "ف": "F", "ق": "K", "ک": "K", "ك": "K", "گ": "G",
    "ل": "L", "م": "M", "ن": "N", "ه": "H", "ة": "A", "ھ": "H", "و": "U", "ؤ": "U", "ي": "I", "ی": "I",
    "ى": "A", "ئ": "I", "ڭ": "N", "ې": "I", "ۇ": "U", "ۆ": "U", "ۈ": "U", "ە": "A", "ۋ": "V",
}  # fmt: skip


def sounds_of(word: str) -> str:
    """The sounds of a word in Arabic letters, most of its vowels missing; unknown letters are left out."""
    return "".join(_LETTERS.get(letter, "") for letter in word)
