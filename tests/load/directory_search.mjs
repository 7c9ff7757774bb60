// How long the address book takes to find people, compared with a plain scan: every field of everybody
// folded and searched anew. Both are the client's own code, and must find the same people.
//   directory_search.mjs PEOPLE ROUNDS
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const web = join(import.meta.dirname, "../../web");
const [people, rounds] = process.argv.slice(2).map(Number);

/** A module of the client as Node can run it. */
async function clients(path) {
  const entry = createRequire(join(web, "package.json")).resolve("rolldown");
  const { rolldown } = await import(pathToFileURL(entry));
  const bundle = await rolldown({ input: join(web, "src", path), logLevel: "silent" });
  const { output } = await bundle.generate({ format: "esm" });
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString("base64")}`);
}

/** Numbers that look like chance, and are the same each time. */
function* chance(seed) {
  for (let x = seed; ;) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    yield x / 2 ** 32;
  }
}

const families = [
  "佐藤 サトウ",
  "髙橋 タカハシ",
  "鈴木 スズキ",
  "阿部 アベ",
  "渡邊 ワタナベ",
  "小笠原 オガサワラ",
];
const given = [
  "花子 ハナコ",
  "健 ケン",
  "美穂 ミホ",
  "一郎 イチロウ",
  "葵 アオイ",
  "慎太郎 シンタロウ",
];
const departments = [
  "総務課",
  "地域福祉課",
  "生活支援課",
  "在宅サービス課",
  "貸付係",
  "ボランティアセンター",
];
const positions = ["", "主任", "係長", "課長補佐", "課長", "運転員"];
const duties = ["", "公用車の点検", "会計", "広報紙", "地区担当（北部）", "小口資金の貸付"];

function everybody(count) {
  const drawn = chance(1);
  const of = (list) => list[Math.floor(drawn.next().value * list.length)];
  return Array.from({ length: count }, (_, n) => {
    const [family, family_kana] = of(families).split(" ");
    const [name, kana] = of(given).split(" ");
    const posts = n % 7 ? [] : [{ department: of(departments), position: of(positions) }];
    return {
      id: `${n + 1}`,
      name: `${family} ${name}`,
      kana: `${family_kana} ${kana}`,
      login: `staff${n}@minato`,
      department: of(departments),
      position: of(positions),
      employment: "正職員",
      extension: `${100 + (n % 900)}`,
      telephone: `0598-00-${String(n).padStart(4, "0")}`,
      duties: of(duties),
      posts,
    };
  });
}

/** As they are typed, one key after the other, and as whole words. */
const queries = [
  "さ",
  "さと",
  "さとう",
  "ｻﾄｳ ﾊﾅ",
  "佐藤",
  "高橋",
  "総務",
  "総務　主任",
  "203",
  "0598-00-12",
  "staff77",
  "点検",
  "ん",
  "居ない人",
];

const p95 = (times) => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];

const { bookOf } = await clients("features/directory/book.ts");
const { finder } = await clients("ui/book.ts");
const { finds } = await clients("platform/text/fold.ts");
const staff = everybody(people);
const begun = performance.now();
const book = bookOf(new Map(staff.map((one) => [one.id, one])), departments);
const made = performance.now() - begun;

const fields = (p) => [
  p.name,
  p.kana,
  p.login,
  p.extension,
  p.telephone,
  p.department,
  p.position,
  p.duties,
  ...p.posts.flatMap((post) => [post.department, post.position]),
];
const scan = (query) => staff.filter((person) => finds(query, fields(person)));

const took = { search: [], scan: [] };
function timed(kind, search, query) {
  const from = performance.now();
  const found = search(query);
  took[kind].push((performance.now() - from) * 1000);
  return found;
}
/** As at the first key: nothing was found before. */
const find = (query) =>
  finder([{ name: "", entries: book.entries }])(query).sections.flatMap(({ entries }) => entries);
for (const query of queries) find(query); // what everybody has done once
for (let round = 0; round < rounds; round += 1) {
  for (const query of queries) {
    const found = timed("search", find, query);
    const expected = round === 0 ? timed("scan", scan, query) : undefined;
    if (expected && expected.map(({ id }) => id).join() !== found.map(({ item }) => item.id).join())
      throw new Error(`${query}: found ${found.length} people, and the scan ${expected.length}`);
  }
}
console.log(
  JSON.stringify({ search_p95_us: p95(took.search), scan_p95_us: p95(took.scan), index_ms: made }),
);
