// Generates the wire types from the bundled document.
//   node types.mjs [--check] OPENAPI.json SCHEMA.d.ts
// With --check nothing is written; a difference fails.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { argv, exit } from "node:process";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const check = argv[2] === "--check";
const [document, output] = argv.slice(check ? 3 : 2);
if (!document || !output) {
  console.error("usage: node types.mjs [--check] OPENAPI.json SCHEMA.d.ts");
  exit(2);
}

const head = "// Generated from api/ by `npm run gen`. Not edited by hand.\n\n";
const text = head + astToString(await openapiTS(pathToFileURL(document)));
if (!check) {
  writeFileSync(output, text);
} else if (!existsSync(output) || readFileSync(output, "utf8") !== text) {
  console.error(`${output} does not match api/. Run: npm run gen`);
  exit(1);
}
