"""Takes its legal form off the name of a firm: Norholm Oyj, PT Norholm Tbk, Norholm GmbH & Co. KG."""

from service.folding import words_of
from service.identity.places import Words

_FIRM = frozenset(
    words_of(
        "inc incorporated corp corporation co company ltd limited plc llc llp gmbh ag sa nv spa holdings holding ab asa"
        " aps oy oyj bv kk kg kgaa se as a/s asa sab cv rl scs sca srl sarl sas pty pte pvt bhd berhad tbk"
        " jsc pjsc ojsc ooo kft"
    )
)
_FIRM_BEFORE = frozenset({"pt", "ooo", "oao", "zao", "pao", "pjsc", "jsc", "aktiebolaget", "uab", "sia", "too", "tov"})


def without_firm(words: Words) -> Words:
    """The words of a firm's name without its legal form."""
    words = words[1:] if len(words) > 1 and words[0] in _FIRM_BEFORE else words
    while len(words) > 1 and words[-1] in _FIRM:
        # S.A. de C.V., S. de R.L.; GmbH & Co. KG, but Vance & Co.
        words = words[: -2 if words[-2] == "de" and len(words) > 2 else -1]
        words = words[:-1] if words[-1] == "and" and words[-2:-1] and words[-2] in _FIRM else words
    return words
