"""Puts names of other scripts into Latin letters, as news in English would, letter by letter."""

import re
import unicodedata

from anyascii import anyascii

from service.identity import hangul, hebrew
from service.identity.indic import is_indic, spelt_out
from service.identity.respelling import is_known
from service.regex import regex

# Arabic and Hebrew leave short vowels out, and those of Thai, Lao, Khmer and Burmese stand before, behind, over and
# under: what comes of them can be compared by consonants only.
_WITHOUT_VOWELS = ("ARABIC", "HEBREW", "THAI", "LAO", "KHMER", "MYANMAR")
# These write all vowels, which news in Latin letters tells in several ways.
_LOOSE = (
    "ETHIOPIC", "SINHALA", "TELUGU", "KANNADA", "MALAYALAM", "TAMIL", "BENGALI", "GUJARATI", "GURMUKHI", "DEVANAGARI",
    "ORIYA",
)  # fmt: skip
_JOINER = regex("[\u200b-\u200d\ufeff]")  # as Persian writes within words
_SYLLABIC = regex(r"[\u3400-\u9fff\uac00-\ud7af]")
_ARTICLE = regex(r"^\u0627\u0644(?=\w{3})")  # the al- of names, written together with the word
_OPENING = regex(r"^[\u0623\u0625\u0627\u0671\u0639](?=\w)")  # a letter for whatever vowel a word begins with
_SYLLABLE = regex(r"(?<=[a-z])(?=[A-Z])")
# Ukrainian has h and y where Russian has g and i; the letters of its own, and first names of its own, tell it.
_UKRAINIAN = regex(
    "[іїєґ]|\\b(?:олександр|володимир|дмитро|микола|михайло|павло|петро|василь|олена|тетяна|катерина|кирило|данило|олексій)\\b",
    re.IGNORECASE,
)
_UKRAINIAN_LETTERS = str.maketrans("гиГИ", "hyHY") | str.maketrans({"є": "ye", "Є": "Ye", "ї": "i", "Ї": "I"})
# Letters of Kazakh, which has the i of Ukrainian too, as news in English spells them.
_KAZAKH = regex("[әғқңұһ]|[өү](?=.*[әғқңұіһ])|[әғқңұіһ].*[өү]", re.IGNORECASE)
_KAZAKH_LETTERS = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "agknouuhiAGKNOUUHI")
# Letters of Serbian, by which its others are known to lose their marks in Latin ones too: Željko, Zeljko.
_SERBIAN = regex("[ђћљњџј]", re.IGNORECASE)
_SERBIAN_LETTERS = str.maketrans("жшчцћхЖШЧЦЋХ", "zsccchZSCCCH") | str.maketrans({"џ": "dz", "Џ": "Dz"})
# A letter that Russian has before four vowels only; elsewhere the word is Bulgarian: Първанов.
_BULGARIAN = regex("ъ(?![еёюя])", re.IGNORECASE)
_LATIN_END = "\u0250"
# A letter that only Azeri has of those who write in Latin ones, with those that it says otherwise than others.
_AZERI = regex("[əƏ]")
_AZERI_LETTERS = str.maketrans({"ə": "a", "Ə": "A", "x": "kh", "X": "Kh", "q": "g", "Q": "G", "c": "j", "C": "J"})
# Letters of Kurdish, whose x others spell kh: Xelîl.
_KURDISH = regex("[îûÎÛ]")
_KURDISH_X = regex("[xX](?=[aeiouêîû])(?!avier)")
# English names as Russian writes them: Уильям, Уотсон; and their j.
_ENGLISH_W = regex(r"\bУ(?=[иэеаоё])")
# The same of names that begin with H: Харрисон, but Хан.
_ENGLISH_H = regex(r"\bХ(?=\w+(?:сон|тон|инг|ман|елл|эмм|ард|ерт|илл|уэй|айд|йлс?|юз|эйг)\b|ь?ю)")
# Nour al-Din, as Arabic writes it in two words.
_EDDIN = regex(r"(?<=\w)\s+\u0627\u0644(?=\u062f[\u064a\u06cc]\u0646\b)")
# Nasr Allah, as Arabic writes it in two words; of a servant of God the first word is told apart.
_ALLAH = regex(r"(?<=\w\w)(?<!\u0639\u0628\u062f)\s+\u0627\u0644\u0644\u0647\b")
# Letters of Persian, which has z and s for several of Arabic, and v for its w.
_PERSIAN = regex("[پچژگکی]")
_PERSIAN_LETTERS = str.maketrans("ضذظثص", "زززسس")
# The last ones as names of others are written in Greek: Λαβρόφ, Σεργκέι.
_GREEK = (
    ("ο[υύ]", "ou"), ("α[υύ]", "av"), ("ε[υύ]", "ev"), ("^μπ", "b"), ("^ντ", "d"), ("γγ", "ng"), ("γκ", "g"),
    ("[οό]φ$", "ov"), ("[εέ]φ$", "ev"), ("χ(?=[αάεέηήιίοόωώ])", "h"),
)  # fmt: skip
_DIPHTHONGS = tuple((regex(letters, re.IGNORECASE), sound) for letters, sound in _GREEK)
# The library goes by the letter's shape or old sound, news by how it is said.
_SOUNDS = str.maketrans(
    {"η": "i", "ή": "i", "Η": "I", "Ή": "I", "υ": "y", "ύ": "y", "ц": "ts", "Ц": "Ts", "х": "kh", "Х": "Kh"}
    | {"ѓ": "gj", "Ѓ": "Gj", "ќ": "kj", "Ќ": "Kj"}
    | {"ё": "yo", "Ё": "Yo", "ь": "", "ъ": "", "ђ": "dj", "Ђ": "Dj", "ʼ": ""}
)


def latin(name: str) -> str:
    """The name in Latin letters; one that is printed in them comes back as it is."""
    if is_latin(name):
        return name if name.isascii() else _with_own_letters(name)
    name = _ALLAH.sub("\u0627\u0644\u0644\u0647", name)
    name = _ENGLISH_H.sub("H", _ENGLISH_W.sub("W", _EDDIN.sub("", _JOINER.sub("", name))))
    if _PERSIAN.search(name):
        name = name.translate(_PERSIAN_LETTERS)
    if _KAZAKH.search(name):
        name = name.translate(_KAZAKH_LETTERS)
    elif _UKRAINIAN.search(name):
        name = name.translate(_UKRAINIAN_LETTERS)
    if _SERBIAN.search(name):
        name = name.translate(_SERBIAN_LETTERS)
    return " ".join(_word(word) for word in re.split(r"[\s·・‧]+", name) if word)


def is_latin(name: str) -> bool:
    """Whether no letter of the name is of another script than ours."""
    return name.isascii() or all(
        char < _LATIN_END or not char.isalpha() or unicodedata.name(char, "").startswith("LATIN") for char in name
    )


def _with_own_letters(name: str) -> str:
    if _AZERI.search(name):
        return name.translate(_AZERI_LETTERS)
    return _KURDISH_X.sub(_kh, name) if _KURDISH.search(name) else name


def _kh(found: re.Match[str]) -> str:
    return "Kh" if found[0].isupper() else "kh"


def lacks_vowels(name: str) -> bool:
    """Whether the name is printed in a script that leaves vowels out."""
    return not name.isascii() and any(unicodedata.name(char, "").startswith(_WITHOUT_VOWELS) for char in name)


def is_read_loosely(name: str) -> bool:
    """Whether the name is printed in a script whose vowels are put into Latin letters in several ways."""
    return not name.isascii() and any(unicodedata.name(char, "").startswith(_LOOSE) for char in name)


def _word(word: str) -> str:
    if hangul.is_hangul(word):
        return hangul.spelt_out(word)
    if hebrew.is_hebrew(word):
        return hebrew.spelt_out(word).capitalize()
    if _SYLLABIC.search(word):
        return " ".join(_SYLLABLE.split(anyascii(word)))
    if is_indic(word):
        return spelt_out(word).capitalize()
    if _BULGARIAN.search(word):
        word = _BULGARIAN.sub("а", word).replace("щ", "шт").replace("Щ", "Шт")
    for letters, sound in _DIPHTHONGS:
        word = letters.sub(sound, word)
    word = _ARTICLE.sub("", word).replace("\u0632\u0647", "\u0632")  # z and h, which is no zh
    plain = anyascii(word.translate(_SOUNDS))
    if _OPENING.match(word) and not is_known(plain.strip("'").lower()):
        plain = "a" + plain.lstrip("'")
    return plain[:1].upper() + plain[1:]
