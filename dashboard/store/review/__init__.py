"""What people enter and decide: documents, the claims read in them, every decision on each; logs that only grow."""

from dashboard.store.review.desk import Desk
from dashboard.store.review.values import Decision, Deed, Kept, Link, LinkKind, SetAside, document_id

__all__ = ["Decision", "Deed", "Desk", "Kept", "Link", "LinkKind", "SetAside", "document_id"]
