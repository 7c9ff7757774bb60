import { expect, test } from "vitest";
import { mailLink, opensPage } from "./mail.ts";

const way = (webmail: string) => ({ department: "", address: "soumu@example.jp", webmail });

test.each([
  [undefined, "mailto:a.b%2Bc@example.jp"],
  [way(""), "mailto:a.b%2Bc@example.jp"],
  [way("javascript:alert('{to}')"), "mailto:a.b%2Bc@example.jp"],
  [
    way("https://mail.example.jp/new?to={to}"),
    "https://mail.example.jp/new?to=a.b%2Bc%40example.jp",
  ],
])("GivenTheWay%j_WhenAMailIsBegun_ThenItOpens%s", (said, link) => {
  expect(mailLink("a.b+c@example.jp", said)).toBe(link);
  expect(opensPage(link)).toBe(link.startsWith("https"));
});
