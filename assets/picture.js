/* Draws a figure off screen in the reader's own browser, signs its pixels and saves it as a PNG. */
(function () {
  "use strict";

  var FONT = "Source Sans 3";
  var FONT_FILE = "fonts/source-sans-3-latin-wght-normal.woff2";

  function assetAddress(name) {
    var style = document.querySelector('link[href*="style.css"]');
    return new URL(name, style ? style.href : new URL("/assets/", window.location.href)).href;
  }

  function dataAddress(blob) {
    return new Promise(function (resolve, reject) {
      var reader = new FileReader();
      reader.onload = function () { resolve(reader.result); };
      reader.onerror = function () { reject(new Error("the typeface could not be read")); };
      reader.readAsDataURL(blob);
    });
  }

  /* A picture inside a picture sees no fonts of the page, so the typeface goes into it. */
  function fontRule() {
    return fetch(assetAddress(FONT_FILE))
      .then(function (answer) {
        if (!answer.ok) throw new Error("the typeface could not be loaded");
        return answer.blob();
      })
      .then(dataAddress)
      .then(function (address) {
        return '@font-face{font-family:"' + FONT + '";font-weight:200 900;src:url(' + address + ') format("woff2")}';
      });
  }

  function withStyle(svg, rule) {
    return svg.replace(/^(<svg[^>]*>)/, function (tag) { return tag + "<style>" + rule + "</style>"; });
  }

  function loaded(address) {
    return new Promise(function (resolve, reject) {
      var image = new Image();
      image.onload = function () { resolve(image); };
      image.onerror = function () { reject(new Error("the browser could not draw the chart")); };
      image.src = address;
    }).then(function (image) {
      return image.decode().then(function () { return image; });
    });
  }

  function painted(image, picture) {
    var canvas = document.createElement("canvas");
    canvas.width = picture.width;
    canvas.height = picture.height;
    var pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.fillStyle = picture.background;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  function bytesOf(canvas) {
    return new Promise(function (resolve, reject) {
      canvas.toBlob(function (blob) {
        if (blob) resolve(blob.arrayBuffer());
        else reject(new Error("the browser could not write a PNG"));
      }, "image/png");
    }).then(function (buffer) { return new Uint8Array(buffer); });
  }

  function pixelHash(canvas) {
    var pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    return window.lossesPng.sha256(pixels);
  }

  function download(bytes, name, type) {
    var address = URL.createObjectURL(new Blob([bytes], { type: type }));
    var link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    window.setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
    return name;
  }

  function drawn(picture) {
    var size = { format: "svg", width: picture.width, height: picture.height };
    return window.Plotly.toImage(picture.figure, size).then(function (address) {
      return decodeURIComponent(address.slice(address.indexOf(",") + 1));
    });
  }

  function fontsReady() {
    return Promise.all(["400", "600", "700"].map(function (weight) {
      return document.fonts.load(weight + ' 20px "' + FONT + '"');
    }));
  }

  function save(picture) {
    return Promise.all([fontRule(), fontsReady()])
      .then(function (ready) {
        return drawn(picture).then(function (svg) { return withStyle(svg, ready[0]); });
      })
      .then(function (svg) { return picture.form === "svg" ? saveDrawing(svg, picture) : savePixels(svg, picture); });
  }

  function escaped(text) {
    return text.replace(/[&<>"']/g, function (sign) { return "&#" + sign.charCodeAt(0) + ";"; });
  }

  /* The drawing with its title, its text alternative and all that it says of itself. */
  function saveDrawing(svg, picture) {
    var texts = Object.keys(picture.texts).map(function (name) {
      return '<text name="' + escaped(name) + '">' + escaped(picture.texts[name]) + "</text>";
    });
    var told = "<title>" + escaped(picture.texts.Title) + "</title><desc>" + escaped(picture.alternative) + "</desc>" +
      '<metadata><losses xmlns="urn:reported-losses">' + texts.join("") + "</losses></metadata>";
    var whole = svg.replace(/^(<svg[^>]*>)/, function (tag) { return tag + told; });
    return download(whole, picture.name, "image/svg+xml");
  }

  function savePixels(svg, picture) {
    return loaded("data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg))
      .then(function (image) { return painted(image, picture); })
      .then(function (canvas) {
        return bytesOf(canvas).then(function (png) {
          var texts = Object.assign({}, picture.texts, { "losses:pixels": pixelHash(canvas) });
          texts["losses:seal"] = window.lossesPng.seal(texts);
          return download(window.lossesPng.withTexts(png, texts), picture.name, "image/png");
        });
      });
  }

  window.lossesPicture = { save: save, download: download };
})();
