"""What is kept from day to day, in SQLite or PostgreSQL: each version of each report, each decision of the review."""

from dashboard.store.access import Store, open_store
from dashboard.store.address import default_address
from dashboard.store.aside import set_aside_if_damaged, told_of_aside
from dashboard.store.log import Correction, Entry, Version, end_of
from dashboard.store.queries import Freshness
from dashboard.store.review import Decision, Deed, Desk, Kept, Link, LinkKind, SetAside, document_id

__all__ = [
    "Correction",
    "Decision",
    "Deed",
    "Desk",
    "Entry",
    "Freshness",
    "Kept",
    "Link",
    "LinkKind",
    "SetAside",
    "Store",
    "Version",
    "default_address",
    "document_id",
    "end_of",
    "open_store",
    "set_aside_if_damaged",
    "told_of_aside",
]
