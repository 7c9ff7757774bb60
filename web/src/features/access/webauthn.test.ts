import { expect, test } from "vitest";
import { deviceKind, fromBase64url, passkeysWork, toBase64url } from "./webauthn.ts";

const page = (hostname: string, isSecureContext = true) =>
  ({ isSecureContext, location: { hostname }, PublicKeyCredential: {} }) as unknown as Window;

test.each([
  ["horenso.example.jp", true],
  ["localhost", true],
  ["192.0.2.7", false],
  ["[2001:db8::7]", false],
])("GivenTheName%s_WhenAsked_ThenPasskeysWork%s", (hostname, works) => {
  expect(passkeysWork(page(hostname))).toBe(works);
});

test("GivenAnUnsafeLineOrAnOldBrowser_WhenAsked_ThenPasskeysDoNotWork", () => {
  expect(passkeysWork(page("horenso.example.jp", false))).toBe(false);
  const old = { isSecureContext: true, location: { hostname: "localhost" } } as unknown as Window;
  expect(passkeysWork(old)).toBe(false);
});

test("GivenBytesOfAnyLength_WhenWrittenAndRead_ThenTheyAreTheSameWithoutPadding", () => {
  for (let length = 0; length < 70; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + 251) % 256);
    const text = toBase64url(bytes.buffer);
    expect(text).toMatch(/^[\w-]*$/);
    expect([...fromBase64url(text)]).toEqual([...bytes]);
  }
});

test.each([
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)", "iphone"],
  ["Mozilla/5.0 (Linux; Android 16; Pixel 9)", "android"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "mac"],
  ["Mozilla/5.0 (X11; Linux x86_64)", "other"],
])("Given%s_WhenNamed_ThenItIs%s", (agent, kind) => {
  expect(deviceKind(agent)).toBe(kind);
});
