"""How often each reason for a name was right on news articles that were annotated by hand."""

ATTRIBUTED = {
    "named": 0.98,
    "surname of a person named in the article": 0.97,
    "first name of a person named in the article": 0.9,
    "the bearer of the surname named most": 0.9,
    "the bearer of the surname named last": 0.85,
    "pronoun: previous named source": 0.87,
    "pronoun: subject of a sentence since the previous source": 0.8,
    "pronoun: only person who fits": 0.8,
    "pronoun: noun just before": 0.8,
    "pronoun: previous organisation": 0.7,
    "pronoun: subject of the sentence": 0.7,
    "pronoun: previous group": 0.6,
    "pronoun: speaker of the quotation around it": 0.85,
    "office held by one person": 0.85,
    "only person named": 0.7,
    "organisation named in the article": 0.85,
    "only organisation that spoke": 0.7,
    "issuer of the document": 0.9,
    "organisation": 0.95,
    "state": 0.95,
    "group": 0.9,
    "document": 0.9,
    "office without a name": 0.8,
    "anonymous source": 0.9,
}


def of(reason: str) -> float:
    """The confidence of an attribution for this reason; KeyError for a reason that is none."""
    return ATTRIBUTED.get(reason, 0.5)
