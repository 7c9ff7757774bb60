const count = (n: number) => n.toLocaleString("ja-JP");

/** How far an import has come, whatever it is of. */
export const sheetStanding = {
  label: "取り込みの進みぐあい",
  step: {
    reading: "ファイルを読み取っています…",
    checking: "いまの内容とくらべています…",
    writing: "書き込んでいます…",
    following: "トークルームなどを合わせています…",
  },
  sent: "ファイルを送っています…",
  rows: (done: number, of: number) => `${count(of)}行のうち${count(done)}行`,
  going: "取り込みの途中です",
  leave: "このページを離れても、取り込みは続きます。戻ってくると、ここで結果が分かります。",
  last: (when: string) => `前の取り込み: ${when}`,
  when: (day: string, clock: string) => `${day} ${clock}`,
};
