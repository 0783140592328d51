"""Compares what a reader found with what people annotated: figures, their intervals, and the errors that remain.

Lines of JSON go in (see `annotations`), a `Report` comes out; `tables` prints it for people.
"""

from service.evaluation.report import Report, evaluate

__all__ = ["Report", "evaluate"]
