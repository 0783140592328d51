"""Web Annotations: the collection of an article and its pages."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.pages import PageQuery


class AnnotationQuery(PageQuery):
    """How many on a page, and from where on."""


class Target(Answer):
    """Words of the text; the two selectors name the same ones."""

    type = fields.String(metadata={"enum": ["SpecificResource"]})
    source = fields.String(metadata={"description": "The text in which the offsets count.", "format": "uri"})
    scope = fields.String(metadata={"description": "The publisher's page."})
    selector = fields.List(
        fields.Dict(), metadata={"description": "A TextQuoteSelector and a TextPositionSelector, in code points."}
    )


class Annotation(Answer):
    """Who said these words, and how that is told."""

    id = fields.String(metadata={"format": "uri"})
    type = fields.String(metadata={"enum": ["Annotation"]})
    motivation = fields.String(metadata={"enum": ["identifying", "highlighting"]})
    body = fields.List(
        fields.Dict(), metadata={"description": "Each speaker; then kind, stance and attribution as tags."}
    )
    target = fields.List(fields.Nested(Target), metadata={"description": "One for each span."})


class AnnotationPage(Answer):
    """Some annotations of a collection."""

    id = fields.String(metadata={"format": "uri"})
    type = fields.String(metadata={"enum": ["AnnotationPage"]})
    part_of = fields.String(data_key="partOf", attribute="partOf", metadata={"format": "uri"})
    next = fields.String(metadata={"description": "The page after this one; left out: none.", "format": "uri"})
    items = fields.List(fields.Nested(Annotation))


class Annotations(Answer):
    """An AnnotationCollection with its first page; with `after` one of the further pages."""

    of_context = fields.String(data_key="@context", attribute="@context")
    id = fields.String(metadata={"format": "uri"})
    type = fields.String(metadata={"enum": ["AnnotationCollection", "AnnotationPage"]})
    label = fields.String(metadata={"description": "Of the collection."})
    total = fields.Integer(metadata={"description": "Of the collection: how many there are."})
    first = fields.Nested(AnnotationPage, metadata={"description": "Of the collection."})
    part_of = fields.String(data_key="partOf", attribute="partOf", metadata={"description": "Of a page."})
    next = fields.String(metadata={"description": "Of a page: the one after it; left out: none."})
    items = fields.List(fields.Nested(Annotation), metadata={"description": "Of a page."})
