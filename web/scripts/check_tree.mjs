// The rules of the tree that no compiler knows:
//   - includes go down only, and a feature knows no neighbour
//   - words people read stand in the catalogue
//   - nothing that the Content-Security-Policy forbids
//   - files stay readable: 500 lines at most
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { exit } from "node:process";
import { fileURLToPath } from "node:url";

const src = fileURLToPath(new URL("../src", import.meta.url));
const mistakes = [];

/** What a file's place may import from. */
function allowed(place) {
  if (place.startsWith("platform/")) return ["platform/"];
  if (place.startsWith("ui/")) return ["platform/", "ui/"];
  const feature = /^features\/[^/]+\//.exec(place)?.[0];
  if (feature) return ["platform/", "ui/", feature];
  return [""];
}

/** Views and `ui` alone may know the view library. */
const mayKnowSvelte = (place) => /^(ui|app)\/|\/view\/|^main\.ts$/.test(place);

function checkImports(place, text) {
  for (const [, from] of text.matchAll(/from "(\.[^"]+|svelte[^"]*)"/g)) {
    if (from.startsWith("svelte")) {
      if (!mayKnowSvelte(place)) mistakes.push(`${place}: imports ${from}`);
      continue;
    }
    const target = normalize(join(dirname(place), from));
    // Vectors that the server's tests read too.
    if (place.endsWith(".test.ts") && target.startsWith("../../tests/vectors/")) continue;
    // What both sides read.
    if (/^\.\.\/\.\.\/server\/platform\/text\/\w+\.json$/.test(target)) continue;
    if (!allowed(place).some((prefix) => target.startsWith(prefix))) {
      mistakes.push(`${place}: may not import ${target}`);
    }
  }
}

const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/;
const wordsMayStand = (place) =>
  place.startsWith("platform/i18n/") ||
  /^platform\/text\/(fold|kana|romaji)\.ts$/.test(place) ||
  /(\.test|fixtures)\.ts$/.test(place);

function checkWords(place, text) {
  if (wordsMayStand(place)) return;
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/"BIZ UDPゴシック"/g, "");
  const line = code.split("\n").find((l) => japanese.test(l));
  if (line) mistakes.push(`${place}: words outside the catalogue: ${line.trim()}`);
}

function checkPolicy(place, text) {
  if (!place.endsWith(".svelte")) return;
  if (/\sstyle="/.test(text)) mistakes.push(`${place}: style="…" is forbidden by the CSP`);
  if (/\{@html/.test(text)) mistakes.push(`${place}: {@html} is forbidden`);
}

for (const entry of readdirSync(src, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(ts|svelte|css)$/.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  const place = relative(src, path);
  if (place.endsWith("schema.d.ts")) continue;
  const text = readFileSync(path, "utf8");
  const lines = text.split("\n").length;
  if (lines > 500) mistakes.push(`${place}: ${lines} lines`);
  checkImports(place, text);
  checkWords(place, text);
  checkPolicy(place, text);
}

for (const mistake of mistakes) console.error(mistake);
if (mistakes.length > 0) exit(1);
