"""The examples of openapi.yaml, each of which a test sends to a service with the sample newsroom."""

from typing import Any

_TEXT = "“We will not sell,” said Ama Boateng, head of the port."

IDS = {
    "article_id": "aqjvvif3nms766rzo",
    "quote_id": "aqjvvif3nms766rzo.fffff5c68ffbb9a",
    "claim_id": "ahlf3yqkgnmxmr4xj.c659d5f693137a428",
    "dispute_id": "d337d22afe9854a63",
    "correction_id": "c0000000000000000",
    "job_id": "j0123456789abcdef0123",
    "speaker_id": "se4hvskcythryip35",
    "webhook_id": "w0000000000000000",
}
SENTENCE = {"text": "London dictates policy to Washington and the European Union."}
QUOTATION = {"text": "“London wants to dictate foreign policy … to Washington”", "speaker": "Lavrov"}
REVIEW = {"url": "https://example.org/checks/1", "publisher": "The Fact Desk", "rating": "Mostly true"}
VERDICT = {"verdict": "confirmed", "reason": "both sides speak of the same attack"}
MERGE = {"into": IDS["speaker_id"], "why": "one person under two names"}
SPLIT = {"articles": [IDS["article_id"]], "why": "a namesake"}
QUOTE_CHANGE = {"speaker": {"name": "Sergey Lavrov"}, "why": "he is named in the sentence before"}
CHANGE = {"same_as": "Q58217"}
ARTICLE = {
    "text": _TEXT,
    "title": "The port stays",
    "url": "https://example.org/2018/port",
    "publisher": "The Harbour Post",
    "published_at": "2018-08-21",
}
LINES = (
    '{"text": "“We will not sell,” said Ama Boateng, head of the port.", "url": "https://example.org/2018/port"}\n'
    '{"text": "“The bridge is safe,” said the mayor, Ann Lee.", "published_at": "2018-08"}\n'
)
WEBHOOK = {"url": "https://example.org/onrecord", "kind": ["quote"], "event": ["added", "corrected"]}
DELIVERY = {"type": "test"}
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
