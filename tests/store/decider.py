"""A process of its own that decides on claims: `python -m tests.store.decider ADDRESS NAME HOW_MANY`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from dashboard.errors import ChangedMeanwhile
from dashboard.store import Deed, open_store

AT = datetime(2005, 6, 11, 9, 0, tzinfo=UTC)


def main() -> None:
    """Defers the claims of the store in turn until as many decisions were kept; looks again where another was first."""
    address, name, many = sys.argv[1], sys.argv[2], int(sys.argv[3])
    store = open_store(address)
    versions = {one.claim.claim_id: one.version for one in store.held()}
    claims, meanwhile = sorted(versions), 0
    for number in range(many):
        claim_id = claims[number % len(claims)]
        while True:
            try:
                with store.reviewing() as desk:
                    desk.decide(claim_id, versions[claim_id], Deed.DEFERRED, name, AT, f"{name} {number}")
                versions[claim_id] += 1
                break
            except ChangedMeanwhile as error:
                versions[claim_id], meanwhile = error.now.version, meanwhile + 1
    print(meanwhile)


if __name__ == "__main__":
    main()
