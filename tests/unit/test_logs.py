"""The log: JSON lines on standard error, tracebacks as text, levels below the set one left out."""

import json
import logging
import sys

import structlog

from service import logs


def test_a_line_is_json_with_its_level_time_and_traceback(capsys):
    logs.configure("INFO")
    try:
        raise ZeroDivisionError("over")
    except ZeroDivisionError as error:
        structlog.get_logger().error("failed", request_id="r1", exc_info=error, odd=object)
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["level"], line["request_id"]) == ("failed", "error", "r1")
    assert line["timestamp"].endswith("Z")
    assert "ZeroDivisionError: over" in line["exception"]


def test_lower_levels_are_left_out(capsys):
    logs.configure("ERROR")
    structlog.get_logger().warning("quiet")
    assert capsys.readouterr().err == ""


def test_what_a_library_logs_is_a_line_of_the_same_form():
    record = logging.LogRecord("psycopg.pool", logging.WARNING, __file__, 1, "gone: %s", ("the server",), None)
    line = json.loads(logs.Line().format(record))
    assert (line["event"], line["level"], line["logger"]) == ("gone: the server", "warning", "psycopg.pool")
    assert line["timestamp"].endswith("Z")


def test_the_traceback_of_a_library_stands_in_its_line():
    try:
        raise ZeroDivisionError("over")
    except ZeroDivisionError:
        record = logging.LogRecord("gunicorn.error", logging.ERROR, __file__, 1, "failed", (), sys.exc_info())
    assert "ZeroDivisionError: over" in json.loads(logs.Line().format(record))["exception"]
