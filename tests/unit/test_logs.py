"""The log: JSON lines on standard error, tracebacks as text, levels below the set one left out."""

import json

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
