/*
 * Fetches charts, and those that the next click may ask for, and puts together what dashboard/web/packing.py took
 * apart. What was fetched is kept for a short while, since the data may change.
 */
(function () {
  "use strict";

  var KEPT = 48;
  var FRESH = 60000; /* ms */
  var TURN = 120; /* ms for a chart in sight to be drawn before the next one below it is */
  var QUIET = 1200; /* ms without a request before neighbouring choices are fetched */
  var CHOICES = "#control-range a, #control-basis a, #control-resolution a, #control-scale a";
  var kept = new Map();
  var asked = 0;
  var first = Promise.resolve();
  var waiting = first;
  var quiet;

  function summed(told) {
    var made = new Float64Array(told.steps.length), sum = 0;
    for (var i = 0; i < made.length; i++) {
      if (told.steps[i] === null) { made[i] = NaN; continue; }
      sum += told.steps[i] * told.unit;
      made[i] = sum / told.per;
    }
    return made;
  }

  function column(value) {
    return value && value.steps ? summed(value) : value;
  }

  function grouped(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  }

  /* A form has \x01 for a number, \x02 for one grouped in thousands, \x03 for one of two digits. */
  function texts(told) {
    var numbers = told.numbers.map(column), at = numbers.map(function () { return 0; });
    var forms = told.forms.map(function (form) { return form.split(/([\x01\x02\x03])/); });
    return Array.from(column(told.form), function (which) {
      var place = 0;
      return forms[which].map(function (piece) {
        if (piece !== "\x01" && piece !== "\x02" && piece !== "\x03") return piece;
        var number = numbers[place][at[place]++];
        place += 1;
        return piece === "\x01" ? number : piece === "\x02" ? grouped(number) : number < 10 ? "0" + number : number;
      }).join("");
    });
  }

  function rows(told) {
    var columns = told.columns.map(texts);
    return columns[0].map(function (_, i) { return columns.map(function (each) { return each[i]; }); });
  }

  function unpacked(value) {
    if (Array.isArray(value)) return value.length && typeof value[0] === "object" ? value.map(unpacked) : value;
    if (!value || typeof value !== "object") return value;
    if (value.steps) return summed(value);
    if (value.columns) return rows(value);
    var made = {};
    Object.keys(value).forEach(function (key) { made[key] = unpacked(value[key]); });
    return made;
  }

  function addressOf(name, query, screen) {
    var asks = new URLSearchParams(query);
    asks.delete("q");
    asks.delete("id");
    ["theme", "size", "width"].forEach(function (key) { asks.set(key, screen[key]); });
    return "/figures/" + name + "?" + asks;
  }

  function fetched(address) {
    return window.fetch(address, { headers: { Accept: "application/json" } }).then(function (answer) {
      if (!answer.ok) throw new Error("the server answered with " + answer.status);
      return answer.json();
    });
  }

  function soon(address) {
    var known = kept.get(address);
    if (known && Date.now() - known.at < FRESH) return known.chart;
    var made = { at: Date.now(), chart: fetched(address) };
    made.chart.catch(function () { kept.delete(address); });
    kept.delete(address);
    kept.set(address, made);
    while (kept.size > KEPT) kept.delete(kept.keys().next().value);
    return made.chart;
  }

  function paragraph(words) {
    return window.lossesCalls.words("P", words);
  }

  function filled(chart) {
    var box = { height: chart.figure.layout.height + "px" };
    return [unpacked(chart.figure), chart.title, chart.subtitle, chart.foot.map(paragraph), chart.label, box];
  }

  function failed(error) {
    var same = window.dash_clientside.no_update;
    var words = "The chart could not be brought up to date: " + error.message + ". Check that the server is running, "
      + "then load the page anew.";
    return [same, same, same, [paragraph(words)], same, same];
  }

  /* The first chart of the page and those in sight; the others are drawn when these are, so as not to keep them. */
  function leading() {
    return Array.prototype.filter.call(document.querySelectorAll("[data-chart]"), function (card, place) {
      var box = card.getBoundingClientRect();
      return !place || (box.bottom > 0 && box.top < window.innerHeight);
    }).map(function (card) { return card.dataset.chart; });
  }

  function pause(ms) {
    return new Promise(function (resolve) { window.setTimeout(resolve, ms); });
  }

  function inTurn(name, chart) {
    if (leading().indexOf(name) >= 0) {
      first = Promise.all([first, chart.catch(function () { /* told by the chart itself */ })]);
      return chart;
    }
    waiting = Promise.all([first, waiting]).then(function () { return pause(TURN); });
    return waiting.then(function () { return chart; });
  }

  function figure(query, screen, id) {
    if (!screen) return window.dash_clientside.no_update;
    window.clearTimeout(quiet);
    if (!asked) first = waiting = Promise.resolve();
    asked += 1;
    var chart = window.lossesProgress.track(soon(addressOf(id.chart, query, screen)));
    return inTurn(id.chart, chart).then(filled, failed).finally(function () {
      asked -= 1;
      if (!asked) quiet = window.setTimeout(ahead, QUIET);
    });
  }

  /* The leading charts of this page for another address of it. */
  function prepare(address) {
    var to = new URL(address, window.location.href), screen = window.lossesPage.screen();
    if (to.pathname !== window.location.pathname) return;
    leading().forEach(function (name) {
      soon(addressOf(name, to.search, screen)).catch(function () { /* told when it is asked for */ });
    });
  }

  function sparing() {
    return document.hidden || (navigator.connection && navigator.connection.saveData);
  }

  function ahead() {
    if (sparing()) return;
    document.querySelectorAll(CHOICES).forEach(function (link) { prepare(link.href); });
  }

  ["pointerover", "focusin"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var link = event.target.closest && event.target.closest(".controls a[href]");
      if (link && !sparing()) prepare(link.href);
    });
  });

  window.lossesFigures = { prepare: prepare };
  window.dash_clientside = Object.assign({}, window.dash_clientside, { lossesFigures: { figure: figure } });
})();
