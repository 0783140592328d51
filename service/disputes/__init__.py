"""Who claims what, and who disputes it, in both sides' exact words. Knows neither Flask, Postgres nor the clock."""

from service.disputes.article import Disputed, disputed

__all__ = ["Disputed", "disputed"]
