/* How the claims table sorts and searches: by size, day and number, not by the words that show them. */
(function () {
  "use strict";
  var functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
  var UNITS = { K: 1e3, THOUSAND: 1e3, M: 1e6, MILLION: 1e6 };
  var NUMBER = /\d[\d,]*(?:\.\d+)?/g;
  var TYPED = /^(\d[\d,]*(?:\.\d+)?)(K|M)?$/;
  var SHORT = 4; /* fewer digits may be the start of a number or of a date */

  function by(field) {
    return function (a, b, one, other) {
      var x = one.data[field], y = other.data[field];
      if (x === y) return 0;
      if (x === null || x === undefined) return -1;
      if (y === null || y === undefined) return 1;
      return x < y ? -1 : 1;
    };
  }

  function numeral(text) { return Number(text.replace(/,/g, "")); }

  /* The words typed; a number and the unit after it, such as 1.5 million, are one. */
  function wordsOf(parts) {
    return parts.reduce(function (words, part) {
      var before = words[words.length - 1], typed = TYPED.exec(part);
      if (before && before.number !== null && UNITS[part] && part.length > 1) {
        before.number *= UNITS[part];
        before.loose = false;
        return words;
      }
      var unit = typed && typed[2] ? UNITS[typed[2]] : 1;
      words.push({
        text: part,
        number: typed ? numeral(typed[1]) * unit : null,
        loose: !typed || (unit === 1 && (part.length < SHORT || part.indexOf(",") > 0)),
      });
      return words;
    }, []);
  }

  function begins(text, part) {
    for (var at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      if (!/[\d,.]/.test(text.charAt(at - 1))) return true;
    }
    return false;
  }

  /* Whether the text holds each part: words anywhere, numbers whole and however they are grouped: 1950 finds 1,950. */
  functions.lossesMatches = function (parts, text) {
    var numbers = (text.match(NUMBER) || []).map(numeral);
    return wordsOf(parts).every(function (word) {
      if (word.number === null) return text.indexOf(word.text) >= 0;
      return numbers.indexOf(word.number) >= 0 || (word.loose && begins(text, word.text));
    });
  };

  functions.lossesDate = function (day) {
    var parts = day ? day.split("-").map(Number) : null;
    return parts ? new Date(parts[0], parts[1] - 1, parts[2]) : null;
  };
  functions.lossesBySize = by("size");
  functions.lossesByDay = by("day");
  functions.lossesByPublished = by("published_day");
})();
