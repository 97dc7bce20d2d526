"""A bare Dash page with two bars: `python -m tests.bench.rivals.bare_dash PORT`."""

import sys

from dash import Dash, dcc, html

app = Dash(__name__)
app.layout = html.Div(dcc.Graph(figure={"data": [{"type": "bar", "x": [1, 2], "y": [3, 4]}], "layout": {}}))

if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
