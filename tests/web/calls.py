"""The calls by which pages ask for their parts, as the browser sends them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

CALL = "/_dash-update-component"
Declared = Mapping[str, Any]


def call(output: str, declared: Declared, value_of: Callable[[Mapping[str, str]], object]) -> dict[str, Any]:
    """The body of the callback's call; `value_of` gives the value of each input and state."""
    targets = [name.rpartition(".") for name in output.strip(".").split("...")]
    outputs = [{"id": _id(place), "property": prop} for place, _, prop in targets]
    parts = {
        part: [{"id": _id(one["id"]), "property": one["property"], "value": value_of(one)} for one in declared[part]]
        for part in ("inputs", "state")
    }
    changed = [f"{one['id']}.{one['property']}" for one in declared["inputs"]]
    several = output.startswith("..")
    return {"output": output, "outputs": outputs if several else outputs[0], "changedPropIds": changed[:1]} | parts


def _id(place: str) -> Any:
    return json.loads(place) if place.startswith("{") else place
