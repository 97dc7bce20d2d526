"""What is kept from day to day: datasets as synced, every version of every report, in SQLite or PostgreSQL."""

from dashboard.store.access import Store, open_store
from dashboard.store.address import default_address
from dashboard.store.log import Correction, Entry, Version, end_of
from dashboard.store.queries import Freshness

__all__ = ["Correction", "Entry", "Freshness", "Store", "Version", "default_address", "end_of", "open_store"]
