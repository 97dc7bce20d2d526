/* The form that makes a pack, and the buttons that save one chart as PDF: one call, whose answer is its progress. */
(function () {
  "use strict";

  var PATH = "/pack/make";

  function made(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }

  function joined(first, second) {
    var whole = new Uint8Array(first.length + second.length);
    whole.set(first);
    whole.set(second, first.length);
    return whole;
  }

  /* Calls `told` with each line of progress; gives the last line, and the bytes that follow it. */
  function follow(answer, told) {
    var reader = answer.body.getReader();
    var rest = new Uint8Array(0);
    var last = null;
    function lines() {
      var end = last ? -1 : rest.indexOf(10);
      while (end >= 0) {
        var line = JSON.parse(new TextDecoder().decode(rest.slice(0, end)));
        rest = rest.slice(end + 1);
        if ("ok" in line) last = line;
        else told(line);
        end = last ? -1 : rest.indexOf(10);
      }
    }
    function next(piece) {
      if (piece.value) rest = joined(rest, piece.value);
      lines();
      return piece.done ? { last: last, bytes: rest } : reader.read().then(next);
    }
    return reader.read().then(next);
  }

  function ask(order, told, signal) {
    var body = Object.assign({ query: window.location.search }, order);
    return window.fetch(PATH, {
      method: "POST", credentials: "same-origin", signal: signal,
      headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    }).then(function (answer) {
      if (!answer.ok) return answer.text().then(function (text) { throw new Error(text.trim()); });
      return follow(answer, told);
    }).then(function (got) {
      if (!got.last) throw new Error("The server stopped before the pack was made.");
      if (!got.last.ok) throw new Error(got.last.told);
      if (got.bytes.length !== got.last.size) throw new Error("The file did not come whole; make it again.");
      window.lossesPicture.download(got.bytes, got.last.name, got.last.type);
      return "Saved as " + got.last.name + ".";
    });
  }

  function sentence(error) {
    if (error.name === "AbortError") return "Cancelled; nothing was saved.";
    var said = error instanceof TypeError ? "The server did not answer; try again." : error.message;
    return said.charAt(0).toUpperCase() + said.slice(1);
  }

  /* One chart of the list: whether it comes, its caption, and buttons that move it. */
  function row(name, words) {
    var box = made("input", { type: "checkbox", id: "pack-" + name });
    box.checked = true;
    return made("li", { "data-chart": name }, [
      made("span", { "class": "pack-name" }, [box, made("label", { "for": "pack-" + name }, [words])]),
      made("input", {
        type: "text", "class": "field", maxlength: "300", placeholder: "Caption, if any", "aria-label": "Caption of " + words,
      }),
      made("span", { "class": "pack-moves" }, ["up", "down"].map(function (way) {
        var button = { type: "button", "class": "quiet", "data-moves": way, "aria-label": "Move " + words + " " + way };
        return made("button", button, [way === "up" ? "↑" : "↓"]);
      })),
    ]);
  }

  function move(button, status) {
    var item = button.closest("li");
    var up = button.dataset.moves === "up";
    var other = up ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (up) other.before(item);
    else other.after(item);
    button.focus();
    var place = Array.from(item.parentElement.children).indexOf(item) + 1;
    status.textContent = item.querySelector("label").textContent + " is now number " + place + ".";
  }

  function choice(name, label, options) {
    var select = made("select", { id: "pack-" + name, "class": "field", name: name }, options.map(function (one) {
      return made("option", { value: one[0] }, [one[1]]);
    }));
    return made("div", {}, [made("label", { "for": "pack-" + name }, [label]), select]);
  }

  function orderOf(form) {
    var items = Array.from(form.querySelectorAll("li")).filter(function (item) {
      return item.querySelector("input[type=checkbox]").checked;
    });
    var captions = {};
    items.forEach(function (item) { captions[item.dataset.chart] = item.querySelector("input[type=text]").value; });
    return {
      charts: items.map(function (item) { return item.dataset.chart; }), captions: captions,
      format: form.elements.format.value, size: form.elements.size.value, theme: form.elements.theme.value,
      title: form.elements.title.value,
    };
  }

  function built(choices) {
    var title = made("input", {
      type: "text", "class": "field", id: "pack-title", name: "title", maxlength: "200", value: choices.title,
    });
    var form = made("form", {}, [
      made("fieldset", {}, [
        made("legend", {}, ["Charts, in their order"]),
        made("ol", {}, choices.charts.map(function (one) { return row(one[0], one[1]); })),
      ]),
      made("fieldset", { "class": "pack-how" }, [
        made("legend", {}, ["How"]),
        choice("format", "File", choices.format),
        choice("size", "Size", choices.size),
        choice("theme", "Colours", choices.theme),
        made("div", {}, [made("label", { "for": "pack-title" }, ["Title of the index"]), title]),
      ]),
      made("div", { "class": "actions" }, [
        made("button", { type: "submit", "class": "main-button" }, ["Make the pack"]),
        made("button", { type: "button", "class": "quiet", hidden: "", "data-cancels": "" }, ["Cancel"]),
        made("progress", { hidden: "", "aria-label": "Progress of the pack" }),
        made("span", { "class": "status", role: "status" }),
      ]),
    ]);
    return form;
  }

  function submit(form, parts) {
    var order = orderOf(form);
    if (!order.charts.length) {
      parts.status.textContent = "Choose at least one chart.";
      return;
    }
    var stop = new AbortController();
    parts.cancel.onclick = function () { stop.abort(); };
    busy(parts, true);
    ask(order, function (line) {
      parts.progress.max = line.of;
      parts.progress.value = line.done;
      parts.status.textContent = line.step.charAt(0).toUpperCase() + line.step.slice(1) + " …";
    }, stop.signal).catch(sentence).then(function (said) {
      parts.status.textContent = said;
      busy(parts, false);
    });
  }

  function busy(parts, under_way) {
    parts.button.disabled = under_way;
    parts.cancel.hidden = parts.progress.hidden = !under_way;
    if (under_way) parts.cancel.focus();
    else parts.button.focus();
  }

  function packForm() {
    var place = document.getElementById("pack");
    if (!place || !place.dataset.choices || place.firstChild) return window.dash_clientside.no_update;
    var form = built(JSON.parse(place.dataset.choices));
    var parts = {
      button: form.querySelector("[type=submit]"), cancel: form.querySelector("[data-cancels]"),
      progress: form.querySelector("progress"), status: form.querySelector("[role=status]"),
    };
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      submit(form, parts);
    });
    form.addEventListener("click", function (event) {
      var button = event.target.closest("[data-moves]");
      if (button) move(button, parts.status);
    });
    place.append(form);
    return window.dash_clientside.no_update;
  }

  /* One chart as a PDF, drawn by the server; PNG and SVG are drawn here (see picture.js). */
  function savePdf(clicks, ident) {
    if (!clicks) return window.dash_clientside.no_update;
    return ask({ charts: [ident.chart], format: "pdf", size: "wide", theme: "light" }, function () {}).catch(sentence);
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    lossesPack: { form: packForm, savePdf: savePdf },
  });
})();
