/* Draws one figure after another in a page without network; lossesRender(job) is called from outside. */
(function () {
  "use strict";

  var seed = 1;

  /* Plotly names the parts of its SVG at random; the same figure shall get the same names. */
  Math.random = function () {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };

  /* In files whose words can be searched, letters that stand for two would be lost. */
  var APART = "text{font-variant-ligatures:none}";

  function withStyle(svg, rule) {
    return svg.replace(/^(<svg[^>]*>)/, function (tag) { return tag + "<style>" + rule + "</style>"; });
  }

  var LETTERS = { latin: /[^]/, "latin-ext": /[\u0100-\u0151\u0154-\u02ba\u1e00-\u1e9f]/, cyrillic: /[\u0400-\u0491]/ };

  /* The files of the typeface that the drawing has letters of; each costs time to read. */
  function fonts(svg) {
    return Array.from(document.querySelectorAll("style.font"))
      .filter(function (style) { return LETTERS[style.id].test(svg); })
      .map(function (style) { return style.textContent; })
      .join("");
  }

  function fontsReady() {
    return Promise.all(["400", "600", "700"].map(function (weight) {
      return document.fonts.load(weight + ' 20px "Source Sans 3"');
    }));
  }

  function drawn(job) {
    var size = { format: "svg", width: job.width, height: job.height };
    return window.Plotly.toImage(job.figure, size).then(function (address) {
      /* An empty style comes before or after other attributes, as it happens. */
      return decodeURIComponent(address.slice(address.indexOf(",") + 1)).replace(/ style=""/g, "");
    });
  }

  function loaded(svg) {
    var image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    return image.decode().then(function () { return image; });
  }

  function painted(image, job) {
    var canvas = document.createElement("canvas");
    canvas.width = job.width * job.scale;
    canvas.height = job.height * job.scale;
    var pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.fillStyle = job.background;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png").slice("data:image/png;base64,".length);
  }

  /* For a PDF the drawing stands alone on a sheet of its own size, which is then printed. */
  function laidOut(svg, job) {
    document.getElementById("sheet").textContent =
      "@page{size:" + job.width * job.printed + "px " + job.height * job.printed + "px;margin:0}body{margin:0;background:" + job.background + "}" + APART;
    document.title = job.title;
    var place = document.getElementById("drawing");
    place.innerHTML = svg;
    place.firstChild.setAttribute("width", job.width * job.printed);
    place.firstChild.setAttribute("height", job.height * job.printed);
    place.firstChild.style.display = "block";
    return "";
  }

  function decoded(image) {
    return image.decode();
  }

  /* Pages of our own: their style, their words, and pictures that they hold themselves. */
  window.lossesPrint = function (job) {
    var place = document.getElementById("drawing");
    document.getElementById("sheet").textContent = job.style;
    document.title = job.title;
    place.innerHTML = job.html;
    return fontsReady().then(function () {
      return Promise.all(Array.from(place.querySelectorAll("img")).map(decoded));
    }).then(function () { return ""; });
  };

  window.lossesRender = function (job) {
    seed = 1;
    document.getElementById("sheet").textContent = "";
    document.getElementById("drawing").textContent = "";
    return fontsReady().then(function () { return drawn(job); }).then(function (svg) {
      if (job.format === "svg") return withStyle(svg, fonts(svg) + APART);
      if (job.format === "pdf") return laidOut(svg, job);
      return loaded(withStyle(svg, fonts(svg))).then(function (image) { return painted(image, job); });
    });
  };
})();
