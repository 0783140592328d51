"""Where articles come from besides HTTP: text, HTML, NDJSON, feeds and ninjs, folders of them, standard input."""

from service.sources.articles import SourcedArticle, articles_in
from service.sources.broken import BrokenSource
from service.sources.documents import STANDARD_INPUT
from service.sources.folders import walked
from service.sources.texts import Text, texts_in

__all__ = ["STANDARD_INPUT", "BrokenSource", "SourcedArticle", "Text", "articles_in", "texts_in", "walked"]
