"""Watches folders for articles: what appears or changes there is taken in, once each, restarts included."""

from service.watching.folder import WatchedFolder, watched_folders
from service.watching.loop import Watching, watch

__all__ = ["WatchedFolder", "Watching", "watch", "watched_folders"]
