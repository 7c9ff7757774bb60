// How much has to be loaded before the first screen can be used: the entry and everything it
// imports at once, gzip level 9, in KB of 1024 bytes.
//   node size.mjs         prints {"web_initial_js_kb": …} for the benchmark
//   node size.mjs --say   prints a sentence, and fails above the budget
import { readFileSync } from "node:fs";
import { argv, exit } from "node:process";
import { gzipSync } from "node:zlib";

const budget_kb = { js: 90, css: 20 };
const dist = new URL("../dist/", import.meta.url);

// The page names its entry, and as modulepreload everything that the entry imports at once.
const page = readFileSync(new URL("index.html", dist), "utf8");
const named = (pattern) => new Set([...page.matchAll(pattern)].map((m) => m[1].slice(1)));
const files = {
  js: named(/(?:<script type="module"[^>]* src|<link rel="modulepreload"[^>]* href)="([^"]+)"/g),
  css: named(/<link rel="stylesheet"[^>]* href="([^"]+)"/g),
};
if (files.js.size === 0 || files.css.size === 0) throw new Error("index.html names no script");

function kilobytes(names) {
  const sizes = [...names].map(
    (n) => gzipSync(readFileSync(new URL(n, dist)), { level: 9 }).length,
  );
  return Math.round((sizes.reduce((a, b) => a + b, 0) / 1024) * 10) / 10;
}
const js = kilobytes(files.js);
const css = kilobytes(files.css);

if (argv[2] !== "--say") {
  console.log(JSON.stringify({ web_initial_js_kb: js, web_initial_css_kb: css }));
} else {
  console.log(
    `First load: ${js} KB JavaScript (budget ${budget_kb.js}), ${css} KB CSS (budget ${budget_kb.css}), gzip`,
  );
  if (js > budget_kb.js || css > budget_kb.css) exit(1);
}
