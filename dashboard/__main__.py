"""`python -m dashboard` is the `losses` command."""

from dashboard.cli import main

if __name__ == "__main__":
    main(prog_name="losses")
