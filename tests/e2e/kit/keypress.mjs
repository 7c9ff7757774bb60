/** How long it takes from a key in the address book's search until the list is drawn, on a slow processor. */
import { openPage, phone } from "./browser.mjs";
import { count, openBook } from "./people_book.mjs";
import { choose, signIn } from "./screens.mjs";

const slower = 4;
const presses = 8;
const told = "what a key changed is drawn";
/** Each shows other people than the one before; and every round for a while others than the rounds before. */
const keysOf = (round) => [
  "q",
  ...[round + 2, 4 * round + 6, 7 * round].map((digit) => String((digit % 9) + 1)),
  ...Array(4).fill("Backspace"),
];
export const modes = ["組織", "雇用区分", "五十音"];
const readings = "アベ カトウ サトウ タナカ ナカムラ ハヤシ マツモト ヤマダ".split(" ");

/** A staff sheet of up to 10,000 people of many departments, all of whose IDs begin alike, with numbers all over. */
export function manyPeople(crowd) {
  const rows = Array.from({ length: crowd }, (_, i) => {
    const n = String(Math.floor((i * 10_000) / crowd)).padStart(4, "0");
    return `架空 ${n},${readings[i % readings.length]} ハナコ,q${n}@minato,第${i % 40}課,主事,正職員,${1000 + i},1980,2015/4/1`;
  });
  return Buffer.from(
    ["氏名,フリガナ,ID,所属,役職,雇用区分,内線,生年(西暦),入職日", ...rows, ""].join("\r\n"),
  );
}

/** The book as somebody with a slow phone has it before them: ready to be searched. */
export async function openSlowBook(browser, server, crowd) {
  const page = await openPage(browser, { viewport: phone });
  await signIn(page, server, "a.sasaki");
  await openBook(page);
  // Those of the sample office are there too.
  const many = (crowd + 64).toLocaleString("ja-JP");
  const everybody = count(page).getByText(`${many}人`, { exact: true });
  await everybody.waitFor();
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await noteDelays(page);
  return { page, everybody };
}

/** Notes for each key how long it took until what it changed was drawn, and what was. */
const noteDelays = (page) =>
  page.evaluate((told) => {
    globalThis.people = () => document.querySelector(".ui-book-list .ui-long").textContent;
    globalThis.drawn = people();
    let pressed;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      globalThis.delays.push(performance.now() - pressed);
      const before = globalThis.drawn;
      globalThis.drawn = people();
      if (before !== "" && globalThis.drawn === before) globalThis.wrong = "a key changed nothing";
      console.debug(told);
    };
    document.addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), true);
    // There may be a frame between a key and what it writes.
    const drawing = ({ target }) => {
      if (target.type === "search") requestAnimationFrame(() => port2.postMessage(0));
    };
    document.addEventListener("input", drawing, true);
  }, told);

/** Before the next key: what came later than noted is a fault. */
const judge = (page) =>
  page.evaluate(() => {
    if (people() !== globalThis.drawn) globalThis.wrong = "the list came later than its frame";
    if (globalThis.wrong) throw new Error(globalThis.wrong);
  });

/** In one of the ways to put the book together, for each key of a round the delays of all rounds. */
export async function pressKeys(page, mode, rounds) {
  await choose(page, mode);
  await page.getByRole("searchbox").focus();
  await page.evaluate(() => {
    globalThis.drawn = people();
    globalThis.delays = [];
  });
  const keys = Array.from({ length: rounds }, (_, round) => keysOf(round)).flat();
  for (const key of keys) {
    // Between a key and its frame the page is asked nothing.
    const noted = page.waitForEvent("console", (message) => message.text() === told);
    await page.keyboard.press(key);
    await noted;
    await judge(page);
  }
  const delays = await page.evaluate(() => globalThis.delays);
  return Array.from({ length: presses }, (_, i) => delays.filter((_, at) => at % presses === i));
}
