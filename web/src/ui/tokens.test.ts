import { describe, expect, test } from "vitest";
import css from "./css/tokens.css?raw";

function tokensOf(selector: string): Record<string, string> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf("}", from));
  const all = [...block.matchAll(/--c-([a-z0-9-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(all.map((m) => [m[1], m[2]]));
}
const light = tokensOf(":root");
const themes = { light, dark: { ...light, ...tokensOf(':root[data-theme="dark"]') } };

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const body = 7;
const meta = 4.5;
const control = 3;
const pairs: [string, string, number][] = [
  ["text", "surface", body],
  ["text", "bg", body],
  ["text", "bubble-me", body],
  ["text", "bubble-you", body],
  ["text", "danger-bg", body],
  ["text", "brand-tint", body],
  ["text-2", "surface", meta],
  ["text-2", "bg", meta],
  ["text-2", "chat", meta],
  ["text-2", "brand-tint", meta],
  ["brand", "surface", meta],
  ["brand", "bg", meta],
  ["brand", "brand-tint", meta],
  ["on-fill", "brand-fill", meta],
  ["on-fill", "root", meta],
  ["read", "chat", meta],
  ["danger", "surface", meta],
  ["danger", "chat", meta],
  ["danger", "danger-bg", meta],
  ["warn-text", "warn-bg", body],
  ["unread", "chat", meta],
  ["unread", "surface", meta],
  ["control", "surface", control],
  ["control", "bg", control],
  ["focus", "surface", control],
  ["focus", "chat", control],
  ...["1", "2", "3", "4", "5", "6"].map((n): [string, string, number] => [
    "on-fill",
    `tint-${n}`,
    meta,
  ]),
];

describe.each(Object.entries(themes))("colours, %s", (_, tokens) => {
  test.each(pairs)("Given%sOn%s_WhenMeasured_ThenContrastIsAtLeast%d", (front, back, least) => {
    expect(contrast(tokens[front] ?? "", tokens[back] ?? "")).toBeGreaterThanOrEqual(least);
  });
});
