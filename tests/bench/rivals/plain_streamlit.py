"""A plain Streamlit page with our first chart, whose figure is the JSON file that FIGURE names."""

import os
from pathlib import Path

import plotly.io
import streamlit

streamlit.plotly_chart(plotly.io.from_json(Path(os.environ["FIGURE"]).read_text(), skip_invalid=True))
