/** How long it takes from a key in the address book's search until the list is drawn, on a slow processor. */
import { openPage, phone } from "./browser.mjs";
import { count, openBook } from "./people_book.mjs";
import { choose, signIn } from "./screens.mjs";

const slower = 4;
/** Each shows other people than the one before. */
const keys = ["q", "3", "7", "1", ...Array(4).fill("Backspace")];
export const modes = ["組織", "雇用区分", "五十音"];
const readings = "アベ カトウ サトウ タナカ ナカムラ ハヤシ マツモト ヤマダ".split(" ");

/** A staff sheet of people of many departments, all of whose IDs begin alike. */
export function manyPeople(crowd) {
  const rows = Array.from({ length: crowd }, (_, i) => {
    const n = String(i).padStart(4, "0");
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

/** Notes for each key how long it took until what it changed was drawn. */
const noteDelays = (page) =>
  page.evaluate(() => {
    globalThis.delays = [];
    const drawn = ({ timeStamp }) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        globalThis.delays.push(performance.now() - timeStamp);
        globalThis.noted?.();
      };
      port2.postMessage(0);
    };
    const pressed = (event) => requestAnimationFrame(() => drawn(event));
    document.addEventListener("keydown", pressed, true);
  });

/** Asked before the key is pressed, so that nothing else goes on meanwhile. */
const notedBy = (page, number) =>
  page.evaluate(
    (number) =>
      globalThis.delays.length < number && new Promise((done) => (globalThis.noted = done)),
    number,
  );

/** In one of the ways to put the book together, for each key the delays of all rounds. */
export async function pressKeys(page, mode, rounds) {
  await choose(page, mode);
  await page.getByRole("searchbox").focus();
  const presses = Array.from({ length: rounds }, () => keys).flat();
  for (const [i, key] of presses.entries()) {
    const noted = notedBy(page, i + 1);
    await page.keyboard.press(key);
    await noted;
  }
  const delays = await page.evaluate(() => globalThis.delays.splice(0));
  return keys.map((_, i) => delays.filter((_, at) => at % keys.length === i));
}
