"""The examples of openapi.yaml, each of which a test sends to a service with the sample newsroom."""

from typing import Any

_TEXT = "“We will not sell,” said Ama Boateng, head of the port."

IDS = {
    "article_id": "aqjvvif3nms766rzo",
    "quote_id": "aqjvvif3nms766rzo.fffff5c68ffbb9a",
    "speaker_id": "se4hvskcythryip35",
}
ARTICLE = {
    "text": _TEXT,
    "title": "The port stays",
    "url": "https://example.org/2018/port",
    "publisher": "The Harbour Post",
    "published_at": "2018-08-21",
}
EXTRACT = {"id": "port", "text": _TEXT}
LINE: dict[str, Any] = {
    "id": "port",
    "language": "en",
    "reading": "read",
    "quotes": [
        {
            "content": [[1, 17]],
            "quoted": [[1, 17]],
            "cue": [20, 24],
            "speakers": [{"span": [25, 36], "name": "Ama Boateng"}],
            "speaker_span": [25, 36],
            "speaker_name": "Ama Boateng",
            "via": None,
            "kind": "direct",
            "stance": "promise",
            "speech": True,
            "attribution": "attributed",
            "reason": "named",
            "candidates": [],
            "confidence": 0.942,
        }
    ],
    "claims": [],
    "disputes": [],
}
