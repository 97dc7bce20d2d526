/*
 * Fetches charts, and those that the next click may ask for. What was fetched is kept for a short while, since the data
 * may change.
 */
(function () {
  "use strict";

  var KEPT = 48;
  var FRESH = 60000; /* ms */
  var TURN = 120; /* ms for a chart in sight to be drawn before the next one below it is */
  var QUIET = 1200; /* ms without a request before neighbouring choices are fetched */
  var CHOICES = "#control-range a, #control-basis a, #control-resolution a, #control-scale a";
  var LONG = 240, SHORT = 90; /* letters of a line under a chart on a phone, and of what stands for it */
  var kept = new Map();
  var asked = 0;
  var first = Promise.resolve();
  var waiting = first;
  var quiet;

  function addressOf(name, query, screen) {
    var asks = new URLSearchParams(query);
    asks.delete("q");
    asks.delete("id");
    asks.delete("rows");
    ["theme", "size", "width"].forEach(function (key) { asks.set(key, screen[key]); });
    asks.sort(); /* one address for one view, however it was put together */
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

  /* A line under a chart; on a phone a long one, such as that of thirty claimants, unfolds. */
  function line(words) {
    if (words.length <= LONG || window.lossesPage.screen().size !== "narrow") return paragraph(words);
    var made = window.lossesCalls.words, start = words.slice(0, words.lastIndexOf(" ", SHORT)) + " … ";
    return made("Details", [made("Summary", [start, made("B", "whole")]), paragraph(words)]);
  }

  /* The words that go with a chart, in the order of dashboard/web/chart_card.py, once it is drawn. */
  function filled(name, chart) {
    return window.lossesDrawing.draw(name, window.lossesUnpacked(chart.figure)).then(function () {
      return [chart.title, chart.subtitle, chart.foot.map(line), chart.label];
    });
  }

  function failed(error) {
    var same = window.dash_clientside.no_update;
    var words = "The chart could not be brought up to date: " + error.message + ". Check that the server is running, "
      + "then load the page anew.";
    return [same, same, [paragraph(words)], same];
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

  /* What `draw` gives, when it is the turn of the chart; until then it is not even asked for. */
  function inTurn(name, draw) {
    if (leading().indexOf(name) >= 0) {
      var drawn = draw();
      first = Promise.all([first, drawn.catch(function () { /* told by the chart itself */ })]);
      return drawn;
    }
    waiting = Promise.all([first, waiting]).then(function () { return pause(TURN); });
    return waiting.then(draw);
  }

  function figure(query, screen, id) {
    if (!screen) return window.dash_clientside.no_update;
    window.clearTimeout(quiet);
    if (!asked) first = waiting = Promise.resolve();
    asked += 1;
    var name = id.chart;
    var drawn = inTurn(name, function () {
      return soon(addressOf(name, query, screen)).then(function (chart) { return filled(name, chart); });
    });
    return window.lossesProgress.track(drawn).catch(failed).finally(function () {
      asked -= 1;
      if (!asked) quiet = window.setTimeout(ahead, QUIET);
    });
  }

  /* The leading charts of this page for another address of it: so that they are on their way while Dash turns to it. */
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
