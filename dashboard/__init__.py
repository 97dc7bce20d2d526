"""Reported Losses: reads reported losses out of news, checks them, and draws them."""

__version__ = "0.1.0"
