"""Turns the bytes of a file into text: UTF-8 or nothing, and a hint at what they may be instead."""

import codecs

from service.sources.broken import Unreadable

# The mark of UTF-32 begins as that of UTF-16 does: it has to be looked for first.
_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32", codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16",
}  # fmt: skip
_LOOK = 200  # bytes


def decoded(received: bytes) -> str:
    """The text of these bytes. A leading byte order mark belongs to the encoding; nothing else is changed."""
    start = len(codecs.BOM_UTF8) if received.startswith(codecs.BOM_UTF8) else 0
    try:
        text = received[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        offset = start + error.start
        found = f"byte 0x{received[offset]:02X} at offset {offset}"
        raise Unreadable(f"is not UTF-8 ({found}){_hint(_guess(received))}") from error
    if "\0" in text and (wide := _unmarked_utf16(received)):
        raise Unreadable(f"is not text in UTF-8{_hint(wide)}")
    return text


def _hint(guess: str | None) -> str:
    if guess is None:
        return ""
    return f"; it looks like {guess}: convert it with iconv -f {guess.split()[0].upper()} -t UTF-8"


def _guess(received: bytes) -> str | None:
    """Windows-1252 leaves five bytes undefined and text holds no NUL: what has neither may well be it."""
    for mark, encoding in _MARKS.items():
        if received.startswith(mark):
            return encoding
    if b"\0" in received:
        return _unmarked_utf16(received)
    try:
        received.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    # They differ in the bytes 0x80 to 0x9F only, where Latin-1 has no letters and Windows its quotation marks.
    return "Windows-1252" if any(0x80 <= byte < 0xA0 for byte in received) else "Windows-1252 or Latin-1"


def _unmarked_utf16(received: bytes) -> str | None:
    """UTF-16 without a mark: of plain English every other byte is NUL, and as UTF-8 it is NUL after NUL."""
    start = received[:_LOOK]
    evens, odds = start[0::2], start[1::2]
    if 2 * odds.count(0) > len(odds) and not evens.count(0):
        return "UTF-16LE"
    return "UTF-16BE" if 2 * evens.count(0) > len(evens) and not odds.count(0) else None
