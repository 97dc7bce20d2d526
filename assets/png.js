/*
 * Text chunks for a PNG, and the SHA-256 of its pixels. Pure functions over bytes: no page, no network.
 * The hash is our own because crypto.subtle is missing on addresses without https.
 */
(function (root) {
  "use strict";

  var SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
  var KEPT = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

  function crcTable() {
    var table = new Uint32Array(256);
    for (var n = 0; n < 256; n += 1) {
      var c = n;
      for (var k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
      table[n] = c >>> 0;
    }
    return table;
  }

  var CRC = crcTable();

  function crc32(bytes) {
    var crc = 0xffffffff;
    for (var i = 0; i < bytes.length; i += 1) crc = CRC[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
  }

  function joined(parts) {
    var length = parts.reduce(function (sum, part) { return sum + part.length; }, 0);
    var whole = new Uint8Array(length);
    var at = 0;
    parts.forEach(function (part) { whole.set(part, at); at += part.length; });
    return whole;
  }

  function latin1(text) {
    return Uint8Array.from(text, function (c) { return c.charCodeAt(0); });
  }

  function isLatin1(text) {
    for (var i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 255) return false;
    return true;
  }

  function chunk(type, data) {
    var body = joined([latin1(type), data]);
    var whole = new Uint8Array(body.length + 8);
    var view = new DataView(whole.buffer);
    view.setUint32(0, data.length);
    whole.set(body, 4);
    view.setUint32(whole.length - 4, crc32(body));
    return whole;
  }

  /* tEXt where Latin-1 holds the words, uncompressed iTXt in UTF-8 where it does not. */
  function textChunk(keyword, text) {
    if (!/^[\x20-\x7e]{1,79}$/.test(keyword)) throw new Error("not a PNG keyword: " + keyword);
    var words = String(text).split("\u0000").join("");
    if (isLatin1(words)) return chunk("tEXt", joined([latin1(keyword), [0], latin1(words)]));
    return chunk("iTXt", joined([latin1(keyword), [0, 0, 0, 0, 0], new TextEncoder().encode(words)]));
  }

  function chunks(png) {
    if (!SIGNATURE.every(function (byte, i) { return png[i] === byte; })) throw new Error("these bytes are no PNG");
    var view = new DataView(png.buffer, png.byteOffset, png.byteLength);
    var found = [];
    for (var at = 8; at + 12 <= png.length; ) {
      var length = view.getUint32(at);
      var type = String.fromCharCode.apply(null, png.subarray(at + 4, at + 8));
      found.push({ type: type, bytes: png.subarray(at, at + 12 + length) });
      at += 12 + length;
    }
    return found;
  }

  /* The PNG with only what its pixels need and our texts, which stand right after the header. */
  function withTexts(png, texts) {
    var parts = [Uint8Array.from(SIGNATURE)];
    chunks(png).forEach(function (part) {
      if (KEPT.indexOf(part.type) < 0) return;
      parts.push(part.bytes);
      if (part.type !== "IHDR") return;
      Object.keys(texts).forEach(function (keyword) { parts.push(textChunk(keyword, texts[keyword])); });
    });
    return joined(parts);
  }

  function primes(count) {
    var found = [];
    for (var n = 2; found.length < count; n += 1) {
      if (found.every(function (p) { return n % p; })) found.push(n);
    }
    return found;
  }

  function fraction(x) {
    return ((x - Math.floor(x)) * 4294967296) >>> 0;
  }

  var ROUNDS = Uint32Array.from(primes(64), function (p) { return fraction(Math.cbrt(p)); });
  var START = Uint32Array.from(primes(8), function (p) { return fraction(Math.sqrt(p)); });

  function padded(bytes) {
    var whole = new Uint8Array(((bytes.length + 72) >> 6) << 6);
    whole.set(bytes);
    whole[bytes.length] = 0x80;
    var view = new DataView(whole.buffer);
    view.setUint32(whole.length - 8, Math.floor(bytes.length / 536870912));
    view.setUint32(whole.length - 4, (bytes.length << 3) >>> 0);
    return view;
  }

  function turned(x, n) {
    return (x >>> n) | (x << (32 - n));
  }

  function compress(hash, words) {
    var a = hash[0], b = hash[1], c = hash[2], d = hash[3];
    var e = hash[4], f = hash[5], g = hash[6], h = hash[7];
    for (var i = 0; i < 64; i += 1) {
      if (i > 15) {
        var x = words[i - 15], y = words[i - 2];
        var s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
        var s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
        words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
      }
      var S1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      var t1 = (h + S1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
      var S0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      var t2 = (S0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach(function (value, i) { hash[i] = (hash[i] + value) | 0; });
  }

  /* SHA-256 of the bytes, as 64 hexadecimal digits. */
  function sha256(bytes) {
    var view = padded(bytes);
    var hash = Uint32Array.from(START);
    var words = new Int32Array(64);
    for (var at = 0; at < view.byteLength; at += 64) {
      for (var i = 0; i < 16; i += 1) words[i] = view.getInt32(at + 4 * i);
      compress(hash, words);
    }
    return Array.from(hash, function (word) { return word.toString(16).padStart(8, "0"); }).join("");
  }

  /* SHA-256 of all texts but the seal itself, by name, so that none can be changed without it. */
  function seal(texts) {
    var lines = Object.keys(texts).sort().map(function (name) {
      return name === "losses:seal" ? "" : name + "\u0000" + texts[name] + "\u0000";
    });
    return sha256(new TextEncoder().encode(lines.join("")));
  }

  var png = { crc32: crc32, textChunk: textChunk, chunks: chunks, withTexts: withTexts, sha256: sha256, seal: seal };
  if (typeof module === "object" && module.exports) module.exports = png;
  else root.lossesPng = png;
})(typeof window === "undefined" ? globalThis : window);
