/* Draws charts with plotly.js in the places that the cards leave for them, with no framework in between. */
(function () {
  "use strict";

  var ADDRESS = document.querySelector("script[data-charts]").dataset.charts;
  var STILL = 150; /* ms after the last change of the window's size before charts are fitted to it */
  var places = new Set();
  var coming = null;
  var resized;

  function loaded(target) {
    return new Promise(function (resolve, reject) {
      target.addEventListener("load", resolve, { once: true });
      target.addEventListener("error", function () { reject(new Error("the chart library did not come")); }, { once: true });
    });
  }

  function fetched() {
    var script = document.createElement("script");
    script.src = ADDRESS;
    document.head.append(script);
    return loaded(script).finally(function () { coming = null; });
  }

  /* plotly.js: a page with charts asks for it in its head, any other when it comes to have a chart. */
  function library() {
    if (window.Plotly) return Promise.resolve(window.Plotly);
    var early = document.querySelector('script[src="' + ADDRESS + '"]');
    if (early && document.readyState !== "complete") return Promise.race([loaded(early), loaded(window)]).then(library);
    coming = coming || fetched();
    return coming.then(function () { return window.Plotly; });
  }

  /* Places of pages that were left. */
  function forget() {
    places.forEach(function (place) {
      if (place.isConnected) return;
      places.delete(place);
      window.Plotly.purge(place);
    });
  }

  function added(place) {
    places.add(place);
    place.on("plotly_click", function (event) { window.lossesPage.openClaim(event.points); });
  }

  function draw(name, figure) {
    return library().then(function (plotly) {
      var place = document.querySelector('[data-chart="' + name + '"] .dash-graph');
      if (!place) return null;
      forget();
      /* The box is as high as the figure asks for: a chart of two panels or many rows would else be pressed flat. */
      place.parentNode.style.height = figure.layout.height + "px";
      figure.layout.width = place.clientWidth;
      var drawn = plotly.react(place, figure.data, figure.layout, JSON.parse(place.dataset.config));
      if (!places.has(place)) added(place);
      return drawn;
    });
  }

  function fit() {
    places.forEach(function (place) {
      var wide = place.isConnected && place.clientWidth;
      if (wide && wide !== place.layout.width) window.Plotly.relayout(place, { width: wide });
    });
  }

  window.addEventListener("resize", function () {
    window.clearTimeout(resized);
    resized = window.setTimeout(fit, STILL);
  });

  window.lossesDrawing = { draw: draw };
})();
