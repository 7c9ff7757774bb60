const number = (n: number) => n.toLocaleString("ja");
const month = (iso: string) => `${iso.slice(0, 4)}年${Number(iso.slice(5))}月`;

export const figuresPage = {
  notMine: "このページは、管理者と所属の長だけが見られます。",
  month,
  months: "月を選ぶ",
  previous: "前の月",
  next: "次の月",
  untilNow: "今月は、いままでに送られた分です。",
  number,
  caption: (iso: string) => `${month(iso)}に送られたメッセージ`,
  columns: {
    department: "所属",
    people: "人数",
    sent: "送られたメッセージ",
    outside: "うち時間外",
    urgent: "うち緊急",
  },
  noDepartment: "所属のない人",
  people: (n: number) => `${number(n)}人`,
  messages: (n: number) => `${number(n)}件`,
  percent: (n: number) => `(${n}%)`,
  few: "5人未満のため、数字は出しません",
  whyFew:
    "人が少ない所属では、数字からだれのことか分かってしまいます。そのため、5人以上の所属だけ出しています。",
  counted:
    "「時間外」は、所属の働く時間の外に送られたものです。人は、いま働いている所属で数えます。ひとりひとりの数は、だれにも見えません。",
  empty: "この月に送られたメッセージはありません",
  emptyHint: "「前の月」を押すと、ほかの月の数字を見られます。",
  print: "印刷する",
  printed: (organisation: string, day: string) => `${organisation} 印刷した日 ${day}`,
  save: "CSVで保存",
  csv: {
    name: (iso: string) => `月ごとの数字_${iso}.csv`,
    columns: [
      "月",
      "所属",
      "人数",
      "送られたメッセージ",
      "うち時間外",
      "時間外の割合(%)",
      "うち緊急",
      "備考",
    ],
  },
};
