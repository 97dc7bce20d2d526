/* Which rows of a table are left by what is asked of a column: words, or bounds of its numbers and days. */
(function () {
  "use strict";

  var BOUND = /^(>=|<=|>|<|=|≥|≤)\s*(.+)$/, RANGE = /^(\S.*?)\s*(?:–|\.\.|\bto\b)\s*(\S.*)$/;
  var ISO = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/, SPOKEN = /^(?:(\d{1,2}) )?([A-Z][a-z]{2})[a-z]*\.? (\d{4})$/i;
  var NUMBER = /^([−-]?)(\d[\d,]*(?:\.\d+)?)\s*(k|m|million|thousand)?$/i;
  var UNITS = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

  /* The first and last day written, as cells weigh them: Oct 2024 is 20241000 to 20241031. */
  function daysOf(text) {
    var iso = ISO.exec(text), spoken = SPOKEN.exec(text), months = window.lossesCells.MONTHS.toLowerCase();
    var month = spoken ? months.indexOf(spoken[2].toLowerCase()) / 3 + 1 : iso && Number(iso[2] || 0);
    if (!iso && (!spoken || month % 1 || month < 1)) return null;
    var year = Number(iso ? iso[1] : spoken[3]), day = Number((iso ? iso[3] : spoken[1]) || 0);
    return [year * 10000 + month * 100 + day, year * 10000 + (month || 12) * 100 + (day || 31)];
  }

  function numberOf(text) {
    var read = NUMBER.exec(text);
    if (!read) return null;
    var size = (read[1] ? -1 : 1) * Number(read[2].replace(/,/g, "")) * (read[3] ? UNITS[read[3].toLowerCase()] : 1);
    return [size, size];
  }

  function between(low, high) {
    return function (weighed) { return typeof weighed === "number" && weighed >= low && weighed <= high; };
  }

  function bounded(sign, at) {
    if (sign === "=") return between(at[0], at[1]);
    var most = sign.charAt(0) === ">" || sign === "≥", holds = sign.length > 1 || sign === "≥" || sign === "≤";
    return function (weighed) {
      if (typeof weighed !== "number") return false;
      if (most) return holds ? weighed >= at[0] : weighed > at[1];
      return holds ? weighed <= at[1] : weighed < at[0];
    };
  }

  /* The test of a weight that the text asks for; null where it asks for words. */
  function bounds(text, kind) {
    var read = kind === "number" ? numberOf : daysOf, bound = BOUND.exec(text), range = RANGE.exec(text);
    var at = bound && read(bound[2].trim()), low = range && read(range[1].trim()), high = range && read(range[2].trim());
    if (at) return bounded(bound[1], at);
    return low && high ? between(low[0], high[1]) : null;
  }

  /* Whether a cell fits what is asked of its column. */
  function test(text, kind) {
    var cells = window.lossesCells, within = bounds(text.trim(), kind);
    if (within) return function (content) { return within(cells.weight(content, kind)); };
    var parts = text.toUpperCase().split(/\s+/).filter(Boolean);
    return function (content) {
      return window.dashAgGridFunctions.lossesMatches(parts, cells.textOf(content).toUpperCase());
    };
  }

  window.lossesNarrowing = { test: test };
})();
