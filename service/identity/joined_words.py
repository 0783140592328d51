"""Prints in one way what stands in names now in one word and now in several, or is left out: O'Brien, Nour Eddine."""

from service.folding import words_of
from service.regex import regex

_BURMESE = "Aung|Htet|Naing|Zaw|Oo|Kyaw|Myint|Thein|Khin|Hla|Htay|Thaw|Thant|Phyo|Lwin|Nyunt|Htun|Htoo|Myo|Zin|Hlaing"
_HOUSES = "Saud|Nahyan|Maktoum|Thani|Sabah|Khalifa|Qasimi|Said|Nuaimi"
_ETHIOPIAN = "Gebre|Wolde|Welde|Tekle|Habte|Fikre|Amde|Sahle"
_NO_PEERS = "Mayor|Bishop|Chancellor|Chief|Justice|Provost"
# Of a name in letters of any case, and of one in capitals where the case tells.
_WAYS = (
    (r"(?<=[^\W\d_]\.)-(?=[^\W\d_]\.)", " "),  # J.-P. Morel
    (r"(?<=\b[^\W\d_])\.(?=[^\W\d_]{2,})", ". "),  # J.Smith
    (r"^([AEIOU])([BCDFGJKLMPQRSTVXZ])([BCDFGJKLMPQTVWXZ]) (?=[A-Z][a-z])", r"\1. \2. \3. "),  # AKM Rahman, no word
    (r"^AG (?=[A-Z][a-z])", "Attorney General "),
    (r"^CM (?=[A-Z][a-z])", "Chief Minister "),
    (r"^FM (?=[A-Z][a-z])", "Foreign Minister "),
    (r"^VP (?=[A-Z][a-z])", "Vice President "),
    (r"^DA (?=[A-Z][a-z])", "District Attorney "),
    (r"^(?:H\. ?E\.|HE|HRH|HH|H\. ?H\.|On\.|U) (?=\S+ \S)", ""),  # U Aung Thu, a courtesy of Burma
    (rf"^(?:Ko|Ma|Maung) (?=\S)(?=.*\b(?:{_BURMESE})\b)", ""),  # Ko Htet Aung; Ko is a surname of Taiwan too
    (r"(?i) ?\((?:purn|retd?|rtd|r)\.?\)", ""),  # Jenderal (Purn) Budi
    (r"^K\. ?H\. ?(?=\S{2,} \S)", ""),  # Kyai Haji
    (r"(?<=\s)(Mac|Mc) (?=[A-Z][a-z]{3})", r"\1"),  # Mac Lochlainn
    (r"\b(?:([KSZ])h|(T)s|(D)z)\.", r"\1\2\3."),  # Kh. Bold: one letter of Mongolian
    (r"\b([LN])yu\b", r"\1u"),  # as passports of China have ü
    (r"\b(Dan|Mai|Bar|Abu|Ait|Bou|Ould|Amir|Mir|Gholam)-(?=[A-Z])", r"\1"),  # Dan-Azumi
    # gen. bryg. Adam Nowak: small words with dots are titles in Polish, Czech and others.
    (r"^((?:gen|prof|dr|col|lt|maj)\. )?(?:(?!(?:gen|prof|dr)\.)[^\W\d_A-Z]{1,6}\.[ -]?)+(?=[A-Z])", r"\1"),
    (r"(?<=[^\W\d_]{3}) i (?=[A-ZÀ-Þ])", " y "),  # Aragonès i Garcia, as Catalans do
    (r"\bDela (?=[A-Z])", "de la "),  # Dela Cruz, as the Philippines print it
    (r"\bMa\. (?=[A-Z])", "Maria "),  # as the Philippines shorten it
    (r"\bWm\.? (?=[A-Z])", "William "),
    (r"\bChas\.? (?=[A-Z])", "Charles "),
    (r"\bThos\.? (?=[A-Z])", "Thomas "),
    (r"\bGeo\. (?=[A-Z])", "George "),
    (r"\bJas\. (?=[A-Z])", "James "),
    (r"\bRobt\.? (?=[A-Z])", "Robert "),
    (r"\bFco\.? (?=[A-ZÁÉÍÓÚ])", "Francisco "),
    (r"\b[OÓ] (?=[A-ZÁÉÍÓÚ][a-z])", "O'"),  # "O Brien"; an initial has a dot
    (r"\b([NM])['’](?=[A-Z][a-z])", r"\1"),  # N'Dour
    (r"\b(?:De|Di|La|Le|Van|Von|Du|Da|Del|El|Al)(?=[A-Z][a-z]{2,})", ""),  # DeBlasio
    # Nour al-Din, Nour Eddine
    (r"(?i)(?<=[^\W\d_]{2})[\s-]+(?:[aeou][ldn][\s-]*d(?:i|ee)ne?|[aeou]ddi?e?ne?)\b", "eddin"),
    # Abu al-Futuh, Aboul Fotouh
    (r"(?i)\bAb(?:u|ou|o|w)[\s-]+(?:[ae]l?[lstnrdz]?[\s-]+)?(?=[^\W\d_]{3})", "Abu"),
    (r"(?i)\bAb(?:u|ou)l[\s-]+(?=[^\W\d_]{3})", "Abu"),
    (rf"\b({_ETHIOPIAN})[\s-](?=[A-Z])", r"\1"),  # Gebre Mariam
    # The house of a prince whose father is named; and the place of Baroness Doe of Tarn, who is no Lord Mayor of Tarn.
    (rf"(?i)(\b(?:bin|ibn|bint)\b.*)[\s-]a+l[\s-](?:{_HOUSES})$", r"\1"),
    (rf"^((?:.* )?(?:Lord|Lady|Baron|Baroness|Viscount|Viscountess) (?!{_NO_PEERS})\S.*?) of [A-Z].*$", r"\1"),
)
_PATTERNS = tuple((regex(pattern), way) for pattern, way in _WAYS)
# Where one of these stands in a name, more is to be looked at than its words.
JOINING = frozenset({"u", "o", "lyu", "nyu"}).union(
    words_of(
        "mac mc dela ko ma maung abu abou abo aboul abul din deen eddin eddine uddin eldin aldin gebre wolde welde"
        " tekle habte fikre amde sahle bin ibn bint"
    )
)


def printed_one_way(text: str) -> str:
    """The text of a name with these words as they are compared."""
    for pattern, way in _PATTERNS:
        text = pattern.sub(way, text)
    return text
