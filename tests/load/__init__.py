"""Many readers at once; run by `make load`, never by the tests."""
