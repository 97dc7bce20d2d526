"""The review in the browser: adding articles, deciding on their claims, and what was decided."""
