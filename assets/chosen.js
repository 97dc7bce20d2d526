/*
 * What is chosen of each table of a page, kept in its address: search, group, order and what is asked of columns. One
 * value of `rows` says one thing of one table by its name: "months where month > Oct 2024", "months sort difference
 * down", "months search Healey", "months group verdict". Columns are named as in files. A copied link shows the same,
 * and Back brings back what it showed.
 */
(function () {
  "use strict";

  var NAME = "rows", SETTLED = 300; /* ms after the last change, before the address follows: browsers limit how often */
  var KINDS = ["search", "group", "sort", "where"];
  var waiting = new Map(); /* by table: chosen, and not yet in the address */
  var timer;

  function nothing() { return { search: "", group: "", sort: [], where: {} }; }

  /* A value in its parts: the table and the kind, which hold no space, and what is said. */
  function split(value) {
    var parts = /^(\S+) (\S+) (.*)$/.exec(value);
    return parts && KINDS.indexOf(parts[2]) >= 0 ? { table: parts[1], kind: parts[2], said: parts[3] } : null;
  }

  function values(table, chosen) {
    var say = function (kind, said) { return table + " " + kind + " " + said; };
    var key = function (name) { return encodeURIComponent(name); };
    return [].concat(
      chosen.search ? say("search", chosen.search) : [],
      chosen.group ? say("group", key(chosen.group)) : [],
      chosen.sort.map(function (one) { return say("sort", key(one.key) + (one.down ? " down" : "")); }),
      Object.keys(chosen.where).filter(function (name) { return chosen.where[name].trim(); }).map(function (name) {
        return say("where", key(name) + " " + chosen.where[name].trim());
      })
    );
  }

  function decoded(key) {
    try {
      return decodeURIComponent(key);
    } catch (odd) {
      return key; /* no table has such a column */
    }
  }

  function take(chosen, kind, said) {
    var parts = /^(\S+)(?: (.*))?$/.exec(said), key = parts ? decoded(parts[1]) : "";
    if (kind === "search") chosen.search = said;
    if (kind === "group") chosen.group = key;
    if (kind === "sort") chosen.sort.push({ key: key, down: Boolean(parts) && parts[2] === "down" });
    if (kind === "where" && parts && parts[2]) chosen.where[key] = parts[2];
  }

  function said() { return new URL(window.location.href).searchParams.getAll(NAME); }

  function read(table) {
    var chosen = nothing();
    if (waiting.has(table)) return waiting.get(table);
    said().map(split).forEach(function (one) {
      if (one && one.table === table) take(chosen, one.kind, one.said);
    });
    return chosen;
  }

  /* The address with what is chosen now in place of what it said; only that of the page that is open. */
  function carried(address) {
    var to = new URL(address, window.location.href);
    flush();
    if (to.pathname !== window.location.pathname) return to;
    to.searchParams.delete(NAME);
    said().forEach(function (value) { to.searchParams.append(NAME, value); });
    return to;
  }

  function flush() {
    window.clearTimeout(timer);
    if (!waiting.size) return;
    var address = new URL(window.location.href), kept = said().filter(function (value) {
      var one = split(value);
      return one && !waiting.has(one.table);
    });
    waiting.forEach(function (chosen, table) { kept = kept.concat(values(table, chosen)); });
    waiting.clear();
    address.searchParams.delete(NAME);
    kept.forEach(function (value) { address.searchParams.append(NAME, value); });
    if (address.href !== window.location.href) window.history.replaceState(window.history.state, "", address);
  }

  function write(table, chosen) {
    if (JSON.stringify(chosen) === JSON.stringify(read(table))) return;
    waiting.set(table, chosen);
    window.clearTimeout(timer);
    timer = window.setTimeout(flush, SETTLED);
  }

  /* What is not yet in the address belongs to the page that was left. */
  window.addEventListener("popstate", function () {
    waiting.clear();
    window.clearTimeout(timer);
  });
  window.addEventListener("pagehide", flush);

  /* The address with all that is chosen, to be copied. */
  function address() {
    flush();
    return window.location.href;
  }

  window.lossesChosen = { read: read, write: write, carried: carried, address: address };
})();
