"""A made-up news archive: pages of five made-up sites, each with the clutter of a real one, as WARC files.

All of it is invented here. One page in fifty reports losses, in figures drawn by a fixed seed that nobody ever claimed;
one in twenty of the others has a loss word beside a number, one in ten a headline of that kind among its links.
"""
