"""Turns the bytes of a file into text: UTF-8 or nothing, and a hint at what they may be instead."""

import codecs

from service.sources.broken import Unreadable


def decoded(received: bytes) -> str:
    """The text of these bytes. A leading byte order mark belongs to the encoding; nothing else is changed."""
    start = len(codecs.BOM_UTF8) if received.startswith(codecs.BOM_UTF8) else 0
    try:
        return received[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        offset = start + error.start
        raise Unreadable(f"is not UTF-8 (byte 0x{received[offset]:02X} at offset {offset}){_hint(received)}") from error


def _hint(received: bytes) -> str:
    guess = _guess(received)
    return f"; it looks like {guess}: convert it with iconv -f {guess.upper()} -t UTF-8" if guess else ""


def _guess(received: bytes) -> str | None:
    """Windows-1252 leaves five bytes undefined and text holds no NUL: what has neither may well be it."""
    if received.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    if b"\0" in received:
        return None
    try:
        received.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    return "Windows-1252"
