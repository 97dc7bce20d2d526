/* How the claims table sorts: by size and by day, not by the words that show them. Empty ones stand last. */
(function () {
  "use strict";
  var functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});

  function by(field) {
    return function (a, b, one, other) {
      var x = one.data[field], y = other.data[field];
      if (x === y) return 0;
      if (x === null || x === undefined) return -1;
      if (y === null || y === undefined) return 1;
      return x < y ? -1 : 1;
    };
  }

  functions.lossesBySize = by("size");
  functions.lossesByDay = by("day");
  functions.lossesByPublished = by("published_day");
})();
