/* Puts together what dashboard/web/packing.py took apart: numbers from their steps, texts from their forms. */
(function () {
  "use strict";

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

  window.lossesUnpacked = unpacked;
})();
