// Merges the files of api/ into one OpenAPI document.
//   node bundle.mjs API_FOLDER OUTPUT.json
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const kinds = ["schemas", "responses", "parameters"];

/** Adds the entries of `from` to `into`; a name that is there already is a mistake. */
function add(into, from, where, mistakes) {
  for (const [name, value] of Object.entries(from ?? {})) {
    if (name in into) mistakes.push(`${where}: ${name} is defined twice`);
    into[name] = value;
  }
}

/** Every `$ref` in a tree, and where it stands. */
function* references(node, path = "#") {
  if (node === null || typeof node !== "object") return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "$ref") yield { ref: value, path };
    else yield* references(value, `${path}/${key}`);
  }
}

const keywords = new Set(
  (
    "$ref type description title enum const default format pattern items minItems maxItems uniqueItems " +
    "minLength maxLength minimum maximum properties required additionalProperties allOf anyOf oneOf discriminator not"
  ).split(" "),
);

/** What stands in a schema and means nothing there, as the rest of a description behind a comma in `{…}` does. */
function* strays(schema, path) {
  if (schema === null || typeof schema !== "object") return;
  for (const [key, value] of Object.entries(schema)) {
    const here = `${path}/${key}`;
    if (!keywords.has(key)) yield here;
    else if (key === "properties") yield* straysAmong(value, here);
    else if (["allOf", "anyOf", "oneOf"].includes(key)) yield* straysAmong(value, here);
    else if (["items", "additionalProperties", "not"].includes(key)) yield* strays(value, here);
  }
}

function* straysAmong(schemas, path) {
  for (const [name, schema] of Object.entries(schemas)) yield* strays(schema, `${path}/${name}`);
}

/** The same for every `schema` in a tree of operations, responses and parameters. */
function* straysBelow(node, path) {
  if (node === null || typeof node !== "object") return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "schema") yield* strays(value, `${path}/${key}`);
    else yield* straysBelow(value, `${path}/${key}`);
  }
}

function resolves(document, ref) {
  if (!ref.startsWith("#/")) return false;
  let node = document;
  for (const part of ref.slice(2).split("/")) {
    node = node?.[part.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return node !== undefined;
}

/** `files`: name → text. Returns the document and what is wrong with it. */
export function bundle(files) {
  const mistakes = [];
  const document = { components: { schemas: {}, responses: {}, parameters: {} }, paths: {} };
  for (const [name, text] of Object.entries(files)) {
    const { components = {}, paths, ...head } = parse(text);
    add(document, head, name, mistakes);
    for (const kind of kinds) add(document.components[kind], components[kind], name, mistakes);
    for (const kind of Object.keys(components)) {
      if (!kinds.includes(kind)) mistakes.push(`${name}: components/${kind} is not bundled`);
    }
    add(document.paths, paths, name, mistakes);
  }
  const operations = new Map();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const here = `${method.toUpperCase()} ${path}`;
      const id = operation.operationId;
      if (!id) mistakes.push(`${here}: no operationId`);
      else if (operations.has(id)) mistakes.push(`${here}: ${id} is also ${operations.get(id)}`);
      else operations.set(id, here);
      if (!operation["x-authz"]) mistakes.push(`${here}: no x-authz`);
    }
  }
  for (const { ref, path } of references(document)) {
    if (!resolves(document, ref)) mistakes.push(`${path}: ${ref} leads nowhere`);
  }
  const { schemas, ...others } = document.components;
  for (const stray of [
    ...straysAmong(schemas, "#/components/schemas"),
    ...straysBelow(others, "#/components"),
    ...straysBelow(document.paths, "#/paths"),
  ]) {
    mistakes.push(`${stray}: no keyword of a schema`);
  }
  const { openapi, info, servers, ...rest } = document;
  return { document: { openapi, info, servers, ...rest }, mistakes };
}

function main(folder, output) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const files = Object.fromEntries(names.map((n) => [n, readFileSync(join(folder, n), "utf8")]));
  const { document, mistakes } = bundle(files);
  if (mistakes.length > 0) {
    for (const mistake of mistakes) console.error(`api: ${mistake}`);
    exit(1);
  }
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, JSON.stringify(document, null, 2) + "\n");
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  if (argv.length !== 4) {
    console.error("usage: node bundle.mjs API_FOLDER OUTPUT.json");
    exit(2);
  }
  main(argv[2], argv[3]);
}
