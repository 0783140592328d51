"""Finds the state that a word of any language names: Deutschland, Polska, 台灣; by CLDR and a table of short forms."""

import pickle
from collections.abc import Iterator
from functools import cache

from service.folding import fold, words_of
from service.identity.places import is_state, place_of
from service.identity.tables import pairs
from service.regex import regex

# Languages of news whose names of states are known to CLDR, those of many speakers first: where two call two states
# by one name, the first is right.
_LANGUAGES = (
    "fr", "es", "de", "pt", "it", "nl", "ru", "uk", "be", "sr", "mk", "bg", "el", "hy", "ka", "ar", "fa", "ur",
    "he", "hi", "bn", "ta", "th", "zh", "zh_Hant", "ja", "ko", "tr", "pl", "cs", "sk", "hu", "ro", "hr", "sl", "bs",
    "sq", "sv", "da", "no", "fi", "is", "et", "lv", "lt", "ca", "eu", "gl", "vi", "id", "ms", "so", "sw", "az",
    "uz", "kk", "ky", "tk", "tg", "mn", "am", "ti", "my", "km", "lo", "si", "te", "ml", "kn", "mr", "gu", "pa",
    "ne", "or", "ps", "ku", "ha", "mt", "ga",
)  # fmt: skip
# What a state calls itself, before its name: Республика Беларусь, Royaume du Maroc.
_FORM = regex(
    r"(?:республика|королевство|república|republica|république|republique|repubblica|republika|republik|royaume|reino"
    r"|regno|königreich|konigreich|جمهورية|دولة|مملكة) (?:d['’]|(?:de|du|do|da|di|del|della|de la|des) )?"
)


def state_abroad(name: str) -> str | None:
    """The label of the state that goes by this name in some language. None: there is none."""
    folded = fold(name).strip()
    if label := _for_short().get(folded):
        return label
    # What English calls so is that: Niger is never Nigeria.
    if place_of(words_of(name)):
        return None
    form = _FORM.match(folded)
    return _in_full().get(folded) or (_in_full().get(folded[form.end() :]) if form else None)


@cache
def _for_short() -> dict[str, str]:
    return {fold(name).strip(): label for name, label in pairs("states") if is_state(label)}


@cache
def _in_full() -> dict[str, str]:
    found: dict[str, str] = {}
    labels = {code: label for code, name in _territories("en") if (label := _label(name))}
    for language in _LANGUAGES:
        for code, name in _territories(language):
            if code in labels:
                found.setdefault(fold(name).strip(), labels[code])
    return found


def _label(name: str) -> str | None:
    """The label of a territory by its English name in CLDR: Myanmar (Burma), Hong Kong SAR China."""
    plain = name.partition(" (")[0].partition(" SAR ")[0]
    found = (place_of(words_of(form)) for form in (plain, plain.replace("&", "and"), plain.partition(" &")[0]))
    return next((place.label for place in found if place), None)


def _territories(language: str) -> Iterator[tuple[str, str]]:
    """Codes of states and their names in a language. Of all that CLDR tells of it nothing else is kept in memory."""
    from babel.localedata import resolve_locale_filename

    with open(resolve_locale_filename(language), "rb") as file:
        names = pickle.load(file)["territories"]  # noqa: S301 - it comes with the library
    return ((code, name) for code, name in names.items() if len(code) == 2)
