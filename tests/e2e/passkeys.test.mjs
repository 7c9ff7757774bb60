import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, afterEach, before, describe, it } from "node:test";
import { desktop, launch, noFaults, openPage, phone } from "./kit/browser.mjs";
import { nameDevice, openPhone } from "./kit/devices_tour.mjs";
import { giveEyes } from "./kit/eye.mjs";
import { large, look as lookAs, putBack, small } from "./kit/looks.mjs";
import { choose, connected } from "./kit/screens.mjs";
import { Server } from "./kit/server.mjs";
import { until, untilCount } from "./kit/until.mjs";

const wanted = process.env.PICTURES === "yes";
const shots = new URL("../../build/e2e/", import.meta.url).pathname;

/** A device with a fingerprint reader, whose person is there. */
const options = {
  protocol: "ctap2",
  transport: "internal",
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

/** All of axe's rules in large letters too: no tour comes to these screens. */
const looks = [small(desktop), small(phone), { ...large(phone), rules: undefined }];

/** Nothing is wrong with the screen as it is, on either window and in large letters. */
async function lookAt(page, name, anchor) {
  for (const one of looks) {
    const at = `${name}-${one.window.width}-${one.size}`;
    await putBack(page, one);
    await anchor?.scrollIntoViewIfNeeded();
    const wrong = await lookAs(page, one);
    if (wanted) await page.screenshot({ path: `${shots}${at}.png` });
    assert.deepEqual(wrong, undefined, `${at}: ${JSON.stringify(wrong)}`);
  }
  await putBack(page, looks[0]);
}

describe("Ways in that can't be guessed", () => {
  let server, browser, page, device, authenticatorId, password;
  const look = (name, anchor) => lookAt(page, name, anchor);
  const button = (name) => page.getByRole("button", { name, exact: true });
  const toSettings = () => page.getByRole("link", { name: "設定" }).click();
  const rooms = () => page.locator(".talk-item").first().waitFor();
  const made = () => page.locator(".access-passkeys li");

  /** Passkeys want a name, and this is the one that a machine has for itself. */
  const named = (url) => url.replace("127.0.0.1", "localhost");

  async function comeIn(login) {
    const card = await server.card(login);
    await page.goto(named(card.url));
    await rooms();
  }
  async function leave() {
    await toSettings();
    await button("ログアウトする").click();
    await button("ログインする").waitFor();
  }
  const know = (isUserVerified) =>
    device.send("WebAuthn.setUserVerified", {
      authenticatorId,
      isUserVerified,
    });

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser);
    await giveEyes(page.context());
    device = await page.context().newCDPSession(page);
    await device.send("WebAuthn.enable");
    ({ authenticatorId } = await device.send("WebAuthn.addVirtualAuthenticator", { options }));
    await comeIn("a.sasaki");
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  it("GivenSomebodyWithACard_WhenTheyRegisterThisDevice_ThenNextTimeAFingerLetsThemIn", async () => {
    await page.getByText("指紋や顔、PIN（パスキー）を登録すると").waitFor();
    await page.getByRole("link", { name: "登録する" }).click();
    await button("この端末のパスキーを登録する").click();
    await page.getByText("パスキーを登録しました。").waitFor();
    await untilCount(made(), 1);
    await look("settings-passkeys", made());
    await leave();
    await look("signin-passkey");
    await button("パスキーでログイン").click();
    await rooms();
    await untilCount(page.getByText("指紋や顔、PIN（パスキー）を登録すると"), 0);
    await leave();
    assert.match(await button("パスキーでログイン").getAttribute("class"), /primary/);
  });

  it("GivenADeviceThatDoesNotKnowItsPerson_WhenSigningIn_ThenItIsExplainedAndWhatWasTypedStays", async () => {
    const code = page.locator(".access-code");
    await code.fill("ABCD-EFGH");
    await know(false);
    await button("パスキーでログイン").click();
    await page.getByText("パスキーでは、ログインできませんでした。").waitFor();
    assert.equal(await code.inputValue(), "ABCD-EFGH");
    await know(true);
    await button("パスキーでログイン").click();
    await rooms();
  });

  it("GivenThisDeviceHasAPasskey_WhenRegisteredAgain_ThenItSaysSo", async () => {
    await toSettings();
    await button("別のパスキーも登録する").click();
    await page.getByText("この端末のパスキーは、もう登録されています。").waitFor();
    await untilCount(made(), 1);
  });

  it("GivenAPasskey_WhenRenamedByKeysAndDeleted_ThenItLetsNobodyInAndTheOtherWaysStay", async () => {
    await page.getByRole("button", { name: /の名前を変える$/ }).press("Enter");
    const name = page.getByLabel("名前（どの端末か分かるように）");
    await name.fill("窓口のパソコン");
    await name.press("Enter");
    await page.getByText("窓口のパソコン", { exact: true }).waitFor();
    await button("「窓口のパソコン」を消す").click();
    await page.getByText("管理者が出す新しいカードが要ります").waitFor();
    await look("settings-passkey-deleting");
    await page.getByRole("dialog").getByRole("button", { name: "消す", exact: true }).click();
    await made().waitFor({ state: "detached" });
    await leave();
    await button("パスキーでログイン").click();
    await page.getByText("このパスキーではログインできません。").waitFor();
    await page.locator(".access-code").waitFor();
  });

  it("GivenAPasswordThatOthersGuess_WhenChosen_ThenItIsSaidWhyAndOneThatIsMadeIsTaken", async () => {
    await comeIn("a.sasaki");
    await toSettings();
    await button("パスワードを決める").click();
    const field = page.getByLabel("新しいパスワード");
    await field.fill("a.sasaki1985shakyo");
    await button("決める").click();
    await page.getByText("西暦や年号の年、または日付が入っています。").waitFor();
    assert.equal(await field.inputValue(), "a.sasaki1985shakyo");
    await button("作ってもらう").click();
    const typed = await page.locator(".access-made code").innerText();
    assert.equal(await field.inputValue(), typed);
    await untilCount(page.locator(".access-made li"), 5);
    await look("settings-password-made", page.locator(".access-made"));
    await button("別のものにする").click();
    const another = await page.locator(".access-made code").innerText();
    assert.notEqual(another, typed);
    await button("決める").click();
    await page.getByText("パスワードを決めました。").waitFor();
    await leave();
    await choose(page, "IDとパスワード");
    await page.getByLabel("ID", { exact: true }).fill("a.sasaki");
    await page.getByLabel("パスワード", { exact: true }).fill(another);
    await button("ログインする").click();
    await rooms();
    password = another;
  });

  it("GivenSomebodySignedInLongAgo_WhenAPasskeyIsRegistered_ThenThePasswordIsAskedFirst", async () => {
    await server.makeOlder("created_at", 11);
    await connected(page);
    await toSettings();
    await device.send("WebAuthn.clearCredentials", { authenticatorId });
    await button("この端末のパスキーを登録する").click();
    const confirm = page.getByLabel("いまのパスワード（本人かどうかを確かめます）");
    await confirm.fill("ちがうパスワード");
    await button("この端末のパスキーを登録する").click();
    await page.getByText("いまのパスワードがちがいます。").waitFor();
    await confirm.fill(password);
    await look("settings-passkey-confirming", confirm);
    await button("この端末のパスキーを登録する").click();
    await page.getByText("パスキーを登録しました。").waitFor();
    await untilCount(made(), 1);
  });

  it("GivenAPasskeyThatWasMadeHereForAPhone_WhenThatPhoneIsReportedLost_ThenItIsNamedAndCanBeDeleted", async () => {
    const mobile = await openPhone(browser, server, "a.sasaki");
    await nameDevice(mobile, "なくすスマホ");
    await page.getByRole("link", { name: "自分の端末を見る" }).click();
    await button("「なくすスマホ」をなくした").click();
    const asked = page.getByRole("dialog");
    await asked.getByRole("button", { name: "紛失を届ける", exact: true }).click();
    await asked.getByText("次のパスキーは、まだ使えます。", { exact: false }).waitFor();
    await look("device-lost-passkeys", asked.locator(".access-passkeys"));
    await asked.getByRole("button", { name: /を消す$/ }).click();
    await asked.getByText(/を消しました。$/).waitFor();
    await untilCount(asked.locator(".access-passkeys"), 0);
    await asked.getByRole("button", { name: "分かりました", exact: true }).click();
    await mobile.context().close();
    await toSettings();
    await button("この端末のパスキーを登録する").waitFor();
    await untilCount(made(), 0);
  });

  it("GivenAnAddressWithoutAName_WhenTheScreensAreOpened_ThenPasskeysAreNotOfferedAndItIsSaidWhy", async () => {
    const card = await server.card("k.watanabe");
    await page.goto(card.url);
    await rooms();
    await page.getByText("パスワードを決めると、次からカードなしでログインできます。").waitFor();
    await toSettings();
    await page.getByText("いま開いているアドレスでは、パスキーを使えません。").waitFor();
    await untilCount(button("この端末のパスキーを登録する"), 0);
    await leave();
    await untilCount(button("パスキーでログイン"), 0);
  });
});

describe("A second step behind the password", () => {
  let server, browser, page;
  const secret_words = "みかんばたけのじてんしゃと夕やけ";
  const look = (name, anchor) => lookAt(page, name, anchor);
  const button = (name) => page.getByRole("button", { name, exact: true });
  const rooms = () => page.locator(".talk-item").first().waitFor();

  /** What the app shows (RFC 6238), some steps ahead. */
  function codeOf(secret, ahead = 0) {
    const bits = [...secret.replaceAll(" ", "")]
      .map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0"))
      .join("");
    const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
    const mac = createHmac("sha1", key).update(step).digest();
    const number = mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, "0");
  }
  async function typePassword() {
    await page.goto(`${server.url}/signin`);
    await choose(page, "IDとパスワード");
    await page.getByLabel("ID", { exact: true }).fill("t.aoki");
    await page.getByLabel("パスワード", { exact: true }).fill(secret_words);
    await button("ログインする").click();
  }
  async function leave() {
    await page.getByRole("link", { name: "設定" }).click();
    await button("ログアウトする").click();
    await button("ログインする").waitFor();
  }

  before(async () => {
    server = await Server.open();
    browser = await launch();
    page = await openPage(browser);
    await giveEyes(page.context());
    await page.goto((await server.card("t.aoki")).url);
    await rooms();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(noFaults);

  it("GivenAnAdministrator_WhenTheySetOneUp_ThenACodeIsAskedBehindThePasswordAndOneOnPaperStandsIn", async () => {
    await page.getByRole("link", { name: "設定" }).click();
    await page.getByText("先にパスワードを決めてください。").waitFor();
    await button("パスワードを決める").click();
    await page.getByLabel("新しいパスワード").fill(secret_words);
    await button("決める").click();
    await button("始める").click();
    await page.getByRole("img", { name: "アプリで読み取るQRコード" }).waitFor();
    const secret = await page.locator(".access-app code").innerText();
    await look("settings-second-app", page.locator(".access-app"));
    await page.getByLabel("6桁の数字", { exact: true }).fill("000000");
    await button("確かめて始める").click();
    await page.getByText("6桁の数字がちがいます。まだ始まっていません。").waitFor();
    await page.getByLabel("6桁の数字", { exact: true }).fill(codeOf(secret));
    await button("確かめて始める").click();
    await page.locator(".access-codes").waitFor();
    const codes = await page.locator(".access-codes code").allInnerTexts();
    assert.equal(codes.length, 10);
    await look("settings-recovery-codes");
    await button("紙に残しました").click();
    await page.getByText("紙の予備コードは、あと10個使えます。").waitFor();
    await leave();

    await typePassword();
    const second = page.getByLabel("6桁の数字、または予備コード");
    await second.waitFor();
    await until("the cursor to be there", () =>
      second.evaluate((field) => field === document.activeElement),
    );
    await look("signin-second", second);
    await second.fill("123456");
    await button("ログインする").click();
    await page.getByText("6桁の数字か予備コードがちがいます。").waitFor();
    await second.fill(codeOf(secret, 1));
    await second.press("Enter");
    await rooms();
    await leave();
    await typePassword();
    await second.fill(codes[0]);
    await second.press("Enter");
    await rooms();
  });
});
