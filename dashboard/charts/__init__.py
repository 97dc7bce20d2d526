"""One file a chart: `prepare` takes frames to numbers and words, `draw` numbers to a figure, `table` to a frame."""

NAMES = ("daily", "heatmap", "spread", "total", "estimates", "months", "spans")
