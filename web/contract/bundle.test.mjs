import assert from "node:assert/strict";
import { test } from "node:test";
import { bundle } from "./bundle.mjs";

const head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: [{url: /}]\n";
const schema = (name) => `components: {schemas: {${name}: {type: string}}}\n`;
const operation = (ref) =>
  `paths: {/a: {get: {operationId: a, x-authz: anyone, responses: {'200': {$ref: '${ref}'}}}}}\n`;

test("GivenTwoFiles_WhenBundled_ThenBothAreInOneDocument", () => {
  const { document, mistakes } = bundle({ a: head + schema("A"), b: schema("B") });
  assert.deepEqual(mistakes, []);
  assert.deepEqual(Object.keys(document.components.schemas), ["A", "B"]);
});

test("GivenTheSameNameTwice_WhenBundled_ThenItIsAMistake", () => {
  const { mistakes } = bundle({ a: head + schema("A"), b: schema("A") });
  assert.deepEqual(mistakes, ["b: A is defined twice"]);
});

test("GivenAReferenceToNothing_WhenBundled_ThenItIsAMistake", () => {
  const { mistakes } = bundle({ a: head + operation("#/components/responses/Gone") });
  assert.equal(mistakes.length, 1);
  assert.match(mistakes[0], /Gone leads nowhere/);
});

test("GivenAnOperationNobodyIsAllowed_WhenBundled_ThenItIsAMistake", () => {
  const { mistakes } = bundle({
    a: head + "paths: {/a: {get: {operationId: a, responses: {}}}}\n",
  });
  assert.deepEqual(mistakes, ["GET /a: no x-authz"]);
});

test("GivenADescriptionBrokenByItsComma_WhenBundled_ThenItIsAMistake", () => {
  const told = "{type: object, properties: {a: {type: string, description: first, and second}}}";
  const { mistakes } = bundle({ a: head + `components: {schemas: {A: ${told}}}\n` });
  assert.deepEqual(mistakes, [
    "#/components/schemas/A/properties/a/and second: no keyword of a schema",
  ]);
});
