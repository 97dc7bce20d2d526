/* Cells of the claims table that are more than text: the figure as a link, the verdict with its mark. */
(function () {
  "use strict";
  var components = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  var make = function () { return window.React.createElement.apply(null, arguments); };

  components.LossesFigure = function (cell) {
    return make("a", { href: "/document?claim=" + encodeURIComponent(cell.data.id) }, cell.value);
  };

  /* At most two lines, the rest on hover. */
  components.LossesLines = function (cell) {
    return make("span", { className: "two-lines" }, cell.value);
  };

  components.LossesClaimant = function (cell) {
    var kind = "claimant hue-" + cell.data.hue + (cell.data.derived ? " derived" : "");
    return make("span", { className: kind, title: cell.data.dependence }, cell.value);
  };

  components.LossesVerdict = function (cell) {
    return make(
      "span",
      { className: "verdict " + cell.data.verdict_kind },
      make("span", { className: "mark", "aria-hidden": "true" }, cell.data.mark),
      cell.value.replace(/ %/g, "\u00a0%")
    );
  };
})();
