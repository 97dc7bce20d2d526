/* The controls that a page cannot have from Dash in accessible form: days to type, the slider over them, and names to
   tick. */
(function () {
  "use strict";

  var DAY = 86400000;
  var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  var SETTLED = 350; /* ms after the last key, so that holding an arrow key makes one step of the history */
  var ends = ["start", "end"];
  var names = { start: "First day shown", end: "Last day shown" };
  var noUpdate = function () { return window.dash_clientside.no_update; };
  var bounds = null;
  var waiting;
  var held = false; /* a thumb was moved and not yet let go: an older answer may not take it away */

  function dayOf(iso) {
    return Date.parse(iso) / DAY;
  }

  function isoOf(day) {
    return new Date(day * DAY).toISOString().slice(0, 10);
  }

  function wordsOf(day) {
    var when = new Date(day * DAY);
    return when.getUTCDate() + " " + MONTHS[when.getUTCMonth()] + " " + when.getUTCFullYear();
  }

  function go(changes) {
    var address = new URL(window.location.href);
    Object.keys(changes).forEach(function (key) {
      address.searchParams.delete(key);
      changes[key].forEach(function (value) { address.searchParams.append(key, value); });
    });
    if (address.href !== window.location.href) window.lossesPage.goTo(address.pathname + address.search);
  }

  /* The slider: two native ranges on one track. */

  function thumb(end) {
    return document.getElementById("reach-" + end);
  }

  function tell() {
    var from = Number(thumb("start").value), to = Number(thumb("end").value), span = bounds.last - bounds.first || 1;
    thumb("start").setAttribute("aria-valuetext", wordsOf(from));
    thumb("end").setAttribute("aria-valuetext", wordsOf(to));
    var track = document.getElementById("reach");
    track.style.setProperty("--from", (from - bounds.first) / span);
    track.style.setProperty("--to", (to - bounds.first) / span);
    track.querySelector("output").textContent = wordsOf(from) + " – " + wordsOf(to);
  }

  function moved(event) {
    held = true;
    var from = thumb("start"), to = thumb("end");
    if (Number(from.value) > Number(to.value)) event.target.value = (event.target === from ? to : from).value;
    tell();
  }

  function released() {
    held = false;
    var from = Number(thumb("start").value), to = Number(thumb("end").value);
    go({ start: from > bounds.first ? [isoOf(from)] : [], end: to < bounds.last ? [isoOf(to)] : [] });
  }

  function changed(event) {
    window.clearTimeout(waiting);
    if (event.target.dataset.keyed) waiting = window.setTimeout(released, SETTLED);
    else released();
  }

  function slider() {
    var track = document.getElementById("reach");
    if (!track || thumb("start")) return track;
    ends.forEach(function (end) {
      var made = document.createElement("input");
      made.type = "range";
      made.id = "reach-" + end;
      made.step = 1;
      made.setAttribute("aria-label", names[end]);
      made.addEventListener("input", moved);
      made.addEventListener("change", changed);
      made.addEventListener("keydown", function () { made.dataset.keyed = "1"; });
      made.addEventListener("pointerdown", function () { delete made.dataset.keyed; });
      track.appendChild(made);
    });
    var words = document.createElement("output");
    words.setAttribute("aria-hidden", "true"); /* each thumb says its own day */
    track.appendChild(words);
    return track;
  }

  function reach(days) {
    if (!days || held || !slider()) return noUpdate();
    bounds = { first: dayOf(days.first), last: dayOf(days.last) };
    ends.forEach(function (end) {
      var made = thumb(end), open = end === "start" ? bounds.first : bounds.last;
      made.min = bounds.first;
      made.max = bounds.last;
      made.value = days[end] ? dayOf(days[end]) : open;
    });
    tell();
    return noUpdate();
  }

  /* Days to type. What is typed and not yet sent is left alone when the bar is filled anew. */

  function send() {
    var typed = { query: window.location.search };
    document.querySelectorAll("[data-field] input").forEach(function (field) {
      typed[field.parentNode.dataset.field] = field.dataset.sent = field.value;
    });
    window.dash_clientside.set_props("days-typed", { data: typed });
  }

  function dayField(place) {
    var field = document.createElement("input");
    field.type = "text";
    field.className = "field";
    field.id = "field-" + place.dataset.field;
    field.placeholder = place.dataset.hint;
    field.autocomplete = "off";
    field.addEventListener("change", send); /* of Enter as well */
    place.appendChild(field);
    return field;
  }

  function days(told) {
    if (!told) return noUpdate();
    document.querySelectorAll("[data-field]").forEach(function (place) {
      var field = place.firstElementChild || dayField(place);
      var sent = field.value === (field.dataset.told || "") || field.value === field.dataset.sent;
      field.dataset.told = told[place.dataset.field];
      if (!sent && document.activeElement === field) return;
      field.value = field.dataset.sent = field.dataset.told;
    });
    return noUpdate();
  }

  /* Names to tick: none ticked is all. */

  function ticked(panel) {
    return Array.prototype.map.call(panel.querySelectorAll("input:checked"), function (box) { return box.value; });
  }

  function tick(key, name, panel) {
    var label = document.createElement("label"), box = document.createElement("input");
    box.type = "checkbox";
    box.value = name;
    box.addEventListener("change", function () {
      var change = {};
      change[key] = ticked(panel).sort();
      go(change);
    });
    label.appendChild(box);
    label.appendChild(document.createTextNode(name));
    return label;
  }

  function everything(key) {
    var button = document.createElement("button"), change = {};
    change[key] = [];
    button.type = "button";
    button.className = "quiet";
    button.textContent = "Show all";
    button.addEventListener("click", function () { go(change); });
    return button;
  }

  /* Whether the answer is to an address that was left, since another name was ticked meanwhile: its own is to come. */
  function outdated(key, told) {
    var asked = new URL(window.location.href).searchParams.getAll(key).filter(function (name, place, all) {
      return all.indexOf(name) === place;
    });
    var offered = asked.every(function (name) { return told.offered.indexOf(name) >= 0; });
    return offered && asked.sort().join("\n") !== told.chosen.slice().sort().join("\n");
  }

  function fill(key, told) {
    var panel = document.getElementById("narrow-" + key + "-names");
    if (panel.dataset.offered !== told.offered.join("\n")) {
      panel.dataset.offered = told.offered.join("\n");
      panel.replaceChildren(everything(key));
      told.offered.forEach(function (name) { panel.appendChild(tick(key, name, panel)); });
    }
    if (outdated(key, told)) return noUpdate();
    panel.querySelectorAll("input").forEach(function (box) { box.checked = told.chosen.indexOf(box.value) >= 0; });
    panel.querySelector("button").disabled = !told.chosen.length;
    return told.chosen.length === 0 ? "all" : told.chosen.length === 1 ? told.chosen[0] : told.chosen.length + " chosen";
  }

  function narrowing(told) {
    if (!told) return ["all", "all", true, true];
    return [fill("claimant", told.claimant), fill("definition", told.definition), false, false];
  }

  /* A day that is typed: the server reads it and writes the address. Where it is plain what that will be, the chart is
     asked for meanwhile. */

  function typedDay(text) {
    var words = /^\s*(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\s*$/.exec(text), iso = /^\s*\d{4}-\d\d-\d\d\s*$/.exec(text);
    if (iso) return iso[0].trim();
    var month = words ? MONTHS.indexOf(words[2].charAt(0).toUpperCase() + words[2].slice(1).toLowerCase()) : -1;
    return month < 0 ? null : new Date(Date.UTC(words[3], month, words[1])).toISOString().slice(0, 10);
  }

  document.addEventListener("keydown", function (event) {
    var key = event.key === "Enter" && /^field-(start|end|as_of)$/.exec(event.target.id);
    var day = key && typedDay(event.target.value);
    if (!day) return;
    var address = new URL(window.location.href);
    address.searchParams.set(key[1], day);
    window.lossesFigures.prepare(address.href);
  }, true);

  /* What is unfolded folds again when one turns to something else. */
  function fold(list, back) {
    list.open = false;
    if (back) list.querySelector("summary").focus();
  }

  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.narrow[open]").forEach(function (list) {
      if (!list.contains(event.target)) fold(list, false);
    });
  });

  document.addEventListener("keydown", function (event) {
    var list = event.key === "Escape" && document.querySelector("details.narrow[open]");
    if (list) fold(list, true);
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    lossesFilter: { days: days, reach: reach, narrowing: narrowing },
  });
})();
