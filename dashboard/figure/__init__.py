"""What all charts share: what is selected, style and words, palette, axes, labels, the picture around the chart."""

from dashboard.figure.canonical import canonical
from dashboard.figure.inside import foot_sentences
from dashboard.figure.palette import DARK, HUES, LIGHT, Palette, palette
from dashboard.figure.picture import config, template
from dashboard.figure.sizes import FORMATS, PICTURES, format_of
from dashboard.figure.text import FAMILY
from dashboard.figure.view import Resolution, Selection, Style, Words

__all__ = [
    "DARK",
    "FAMILY",
    "FORMATS",
    "HUES",
    "LIGHT",
    "PICTURES",
    "Palette",
    "Resolution",
    "Selection",
    "Style",
    "Words",
    "canonical",
    "config",
    "foot_sentences",
    "format_of",
    "palette",
    "template",
]
