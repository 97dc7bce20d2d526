/*
 * The order and the filters of a grid of the library, kept in the address: "claims where claimant contains UK",
 * "claims where figure inRange 1000 to 2000", two conditions of a column joined by "~and~" or "~or~".
 */
(function () {
  "use strict";

  var KINDS = { agTextColumnFilter: "text", agNumberColumnFilter: "number", agDateColumnFilter: "date" };
  var BOUNDS = ["equals", "notEqual", "lessThan", "lessThanOrEqual", "greaterThan", "greaterThanOrEqual", "inRange"];
  var TYPES = {
    text: ["contains", "notContains", "equals", "notEqual", "startsWith", "endsWith"],
    number: BOUNDS,
    date: ["equals", "notEqual", "lessThan", "greaterThan", "inRange"],
  };
  var JOINED = /~(and|or)~/, RANGE = " to ", DAY = /^\d{4}-\d\d-\d\d$/;

  function saidOf(condition, kind) {
    var day = function (text) { return text ? text.slice(0, 10) : null; };
    var values = kind === "date" ? [day(condition.dateFrom), day(condition.dateTo)] : [condition.filter, condition.filterTo];
    var given = values.filter(function (one) { return one !== null && one !== undefined; });
    return condition.type + (given.length ? " " + given.join(RANGE).replace(/~/g, "") : "");
  }

  function said(model, kind) {
    var parts = (model.conditions || [model]).map(function (one) { return saidOf(one, kind); });
    return parts.join("~" + (model.operator || "and").toLowerCase() + "~");
  }

  /* The condition that the text says; null where it says none. */
  function condition(text, kind) {
    var parts = /^(\w+)(?: (.+))?$/.exec(text), type = parts && parts[1], value = parts && parts[2];
    if (type === "blank" || type === "notBlank") return { filterType: kind, type: type };
    if (!value || TYPES[kind].indexOf(type) < 0) return null;
    var ends = type === "inRange" ? value.split(RANGE) : [value];
    if (type === "inRange" && ends.length !== 2) return null;
    if (kind === "text") return { filterType: kind, type: type, filter: value };
    if (kind === "number") {
      var numbers = ends.map(Number);
      return numbers.every(isFinite) ? { filterType: kind, type: type, filter: numbers[0], filterTo: numbers[1] } : null;
    }
    if (!ends.every(function (one) { return DAY.test(one); })) return null;
    return { filterType: kind, type: type, dateFrom: ends[0] + " 00:00:00", dateTo: ends[1] ? ends[1] + " 00:00:00" : null };
  }

  function modelOf(text, kind) {
    var joined = JOINED.exec(text), conditions = text.split(/~(?:and|or)~/).map(function (one) { return condition(one, kind); });
    if (conditions.indexOf(null) >= 0 || conditions.length > 2) return null;
    if (!joined) return conditions[0];
    return { filterType: kind, operator: joined[1].toUpperCase(), conditions: conditions };
  }

  function kindOf(api, key) {
    var column = api.getColumn(key);
    return column ? KINDS[column.getColDef().filter] : undefined;
  }

  function restore(api, table) {
    var chosen = window.lossesChosen.read(table), model = {};
    Object.keys(chosen.where).forEach(function (key) {
      var kind = kindOf(api, key), read = kind && modelOf(chosen.where[key], kind);
      if (read) model[key] = read;
    });
    api.setFilterModel(model);
    api.applyColumnState({
      state: chosen.sort.map(function (one, place) { return { colId: one.key, sort: one.down ? "desc" : "asc", sortIndex: place }; }),
      defaultState: { sort: null },
    });
  }

  function keep(api, table) {
    var model = api.getFilterModel(), where = {};
    Object.keys(model).forEach(function (key) { where[key] = said(model[key], kindOf(api, key)); });
    var sorted = api.getColumnState().filter(function (one) { return one.sort; });
    sorted.sort(function (a, b) { return a.sortIndex - b.sortIndex; });
    window.lossesChosen.write(table, {
      search: "",
      group: "",
      sort: sorted.map(function (one) { return { key: one.colId, down: one.sort === "desc" }; }),
      where: where,
    });
  }

  /* Shows in the grid what the address says of the table, and from then on says there what is chosen. */
  window.lossesGridChosen = function (api, table) {
    var path = window.location.pathname;
    restore(api, table);
    ["sortChanged", "filterChanged"].forEach(function (event) {
      api.addEventListener(event, function () { keep(api, table); });
    });
    window.addEventListener("popstate", function returned() {
      if (api.isDestroyed()) window.removeEventListener("popstate", returned);
      else if (window.location.pathname === path) restore(api, table);
    });
  };
})();
