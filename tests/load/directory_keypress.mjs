// How long a slow phone takes from a key in the address book's search to the list, over all keys and all ways to put
// the book together: Chromium, its processor slowed down four times.
//   directory_keypress.mjs PEOPLE ROUNDS
import { launch } from "../e2e/kit/browser.mjs";
import { manyPeople, modes, openSlowBook, pressKeys } from "../e2e/kit/keypress.mjs";
import { Server } from "../e2e/kit/server.mjs";

const [people, rounds] = process.argv.slice(2).map(Number);
const server = await Server.open();
const browser = await launch();
try {
  await server.importPeople(manyPeople(people));
  const { page } = await openSlowBook(browser, server, people);
  const delays = [];
  for (const mode of modes) delays.push(...(await pressKeys(page, mode, rounds)).flat());
  delays.sort((a, b) => a - b);
  const at = (part) => delays[Math.ceil(delays.length * part) - 1];
  console.log(JSON.stringify({ key_p50_ms: at(0.5), key_p95_ms: at(0.95), key_worst_ms: at(1) }));
} finally {
  await browser.close();
  await server.close();
}
