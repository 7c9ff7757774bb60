import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage, phone } from "./kit/browser.mjs";
import { giveEyes } from "./kit/eye.mjs";
import { dark, large, look, small } from "./kit/looks.mjs";

/** A page with nothing wrong, and what is added to it. */
const page_with = (style, more = "") =>
  `data:text/html,${encodeURIComponent(`<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>見本</title>
<meta name="viewport" content="width=device-width"><style>
  body { margin: 0; font-size: 16px; color: #111; background: #fff; }
  :root[data-theme="dark"] body { color: #eee; background: #111; }
  :root[data-size="extra_large"] body { font-size: 24px; }
  button { min-width: 44px; min-height: 44px; font-size: inherit; }
  ${style}
</style></head><body><main><h1>見出し</h1><p>見本の文です。</p><button>押す</button>${more}</main></body></html>`)}`;

/** What is wrong, and in which of the looks it is found as what. */
const planted = [
  ["FaintWords", ":root[data-theme=light] p { color: #ccc }", { small: "color-contrast" }],
  ["FaintWordsInTheDark", ":root[data-theme=dark] p { color: #555 }", { dark: "color-contrast" }],
  ["ButtonWithoutAName", "", { small: "button-name" }, "<button></button>"],
  ["SmallWords", "p { font-size: 12px }", { small: "smallTexts", large: "smallTexts" }],
  [
    "SmallButton",
    "button { min-width: 0; width: 20px }",
    { small: "smallTargets", large: "smallTargets" },
  ],
  [
    "LineThatIsTooLongWhenItIsLarge",
    ":root[data-size=extra_large] p { width: 900px; overflow: hidden; white-space: nowrap }",
    { large: "sideways" },
  ],
  [
    "BoxThatScrollsWhenItIsLargeAndKeysDoNotReach",
    ":root[data-size=extra_large] p { height: 8px; overflow-y: auto } p { line-height: 2 }",
    { large: "scrollable-region-focusable" },
  ],
];

describe("What looks at the screens", () => {
  let browser, page;

  before(async () => {
    browser = await launch();
    page = await openPage(browser, { viewport: phone });
    await giveEyes(page.context());
  });
  after(() => browser?.close());

  const looks = { small: small(phone), dark: dark(phone), large: large(phone) };

  /** Look → axe's rules and what the ruler says. */
  async function seen(style, more) {
    await page.goto(page_with(style, more));
    const all = {};
    for (const [name, one] of Object.entries(looks)) {
      const { axe = [], ...ruler } = (await look(page, one)) ?? {};
      const measured = Object.keys(ruler).filter((what) => ruler[what].length > 0);
      const found = [...axe.map(({ id }) => id), ...measured];
      if (found.length > 0) all[name] = found;
    }
    return all;
  }

  it("GivenAPageWithNothingWrong_WhenLookedAt_ThenNothingIsFound", async () => {
    assert.deepEqual(await seen(""), {});
  });

  for (const [what, style, where, more] of planted) {
    it(`Given${what}_WhenLookedAt_ThenItIsFoundInTheLooksThatShowIt`, async () => {
      const found = await seen(style, more);
      assert.deepEqual(Object.keys(found).sort(), Object.keys(where).sort(), JSON.stringify(found));
      for (const [name, one] of Object.entries(where)) assert.ok(found[name].includes(one));
    });
  }
});
