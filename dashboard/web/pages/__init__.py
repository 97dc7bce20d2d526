"""The pages, one file each: `page(…)` gives the Page with its layout and its callbacks."""
