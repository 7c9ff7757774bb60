const joined = (names: readonly string[], most: number) => {
  const shown = names.slice(0, most).map((name) => `${name}さん`);
  const rest = names.length - shown.length;
  return `${shown.join("、")}${rest > 0 ? `、ほか${rest}人` : ""}`;
};

export const cardsPage = {
  lead: {
    once: "カード1枚で、その人が1回だけログインできます。作ってから7日間使えます。",
    again: "新しく作ると、その人の、まだ使っていない前のカードは使えなくなります。",
    stays: "いまログインしている人は、そのまま使えます。",
  },
  whom: {
    title: "だれのカードを作りますか",
    all: "みんな",
    department: "所属",
    employment: "雇用区分",
    people: "人を選ぶ",
  },
  which: {
    department: "どの所属ですか",
    employment: "どの雇用区分ですか",
    people: "カードを作る人",
  },
  without: { department: "所属のない人", employment: "雇用区分のない人" },
  count: (n: number) => `${n}人分のカードを作ります。`,
  nobody: "カードを作る人がいません。",
  leftOut: (names: readonly string[]) => `休職中の${joined(names, 3)}には作りません。`,
  away: (names: readonly string[]) =>
    `${joined(names, 3)}は休職中です。復職する日まで、このカードではログインできません。`,
  missing: "だれのカードを作るか、選んでください。",
  make: "カードを作る",
  ask: {
    title: (n: number) => `${n}人分のカードを作りますか`,
    again: "この人たちの、まだ使っていない前のカードは使えなくなります。",
    shown: (n: number) =>
      `そのうち${n}人のカードは、いまこのページに出ています。それも使えなくなります。`,
    paper: (pages: number) => `印刷すると、A4の用紙で${pages}枚になります。`,
    make: (n: number) => `${n}枚作る`,
  },
  making: {
    label: "カードを作っています",
    count: (made: number, of: number) => `${of}枚のうち${made}枚できました`,
    stop: "止める",
    stopping: "止めています…",
  },
  stopped: {
    title: "途中で止まっています",
    rest: (n: number) => `できたカードは下にあります。あと${n}人分は、まだ作っていません。`,
    onlyRest: (n: number) => `${n}人分のカードは、まだ作っていません。`,
    goOn: "続きを作る",
    drop: "ここまでにする",
  },
  proof: {
    title: "本人かどうかを確かめます",
    lead: (n: number) =>
      `ログインから10分たったので、カードを作る前にパスワードを入れてください。あと${n}人分が、選んだまま残っています。`,
    goOn: "確かめて作る",
  },
  gone: (names: readonly string[]) =>
    `${joined(names, 5)}は、アドレス帳にいないので作りませんでした。`,
  made: {
    title: (n: number) => `カード ${n}枚`,
    said: (n: number) => `${n}枚のカードができました。`,
    only: "コードは、いまこのページにしかありません。ページを離れる前に、印刷するか、本人に見せてください。",
    print: "印刷する",
    paper: (pages: number) =>
      `A4の用紙で${pages}枚です。印刷の画面で、倍率を100%（実際のサイズ）にしてください。`,
    more: "ほかの人のカードも作る",
  },
  card: {
    of: (name: string) => `${name}さんのカード`,
    san: "さん",
    qr: (name: string) => `${name}さんのQRコード`,
    scan: "スマホ: QRコードを読み取る",
    type: (door: string) => `パソコン: ${door} で下のコードを入れる`,
    valid: (day: string, clock: string) => `有効期限 ${day} ${clock}まで・1回だけ`,
    help: (who: string) => `困ったときは ${who}`,
    contact: (name: string, extension: string) =>
      extension === "" ? name : `${name}（内線\u00a0${extension}）`,
    between: "、",
    large: "大きく見せる",
    largeOf: (name: string) => `${name}さんのカードを大きく見せる`,
  },
  leaving: {
    lost: (n: number) =>
      `${n}枚のカードのコードは、このページにしかありません。離れると、もう表示も印刷もできません。`,
    works: "印刷したカードや、見せたカードは、離れても使えます。",
  },
};
