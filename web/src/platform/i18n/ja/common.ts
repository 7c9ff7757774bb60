export const common = {
  product: "ほうれんそう",
  close: "閉じる",
  cancel: "やめる",
  back: "戻る",
  again: "もう一度",
  remove: "消す",
  loading: "読み込んでいます…",
  search: "名前・かな・内線でさがす",
  chosen: (n: number) => `${n}人を選んでいます`,
  noneFound: "見つかりませんでした。ほかの言葉でお試しください。",
  clause: (id: string) => `運用ガイドライン ${id}`,
  unknownPerson: "以前の職員",
  leaving: { title: "このページを離れますか", stay: "このページに残る", leave: "離れる" },
  undo: {
    button: "元に戻す",
    buttonOf: (said: string) => `${said} 元に戻す`,
    undone: "元に戻しました。",
    undoing: "戻しています…",
  },
  forAdministrators: "このページは管理者だけが見られます。",
};

export const problem = {
  unreachable: {
    title: "つながりませんでした。入力したものは残っています。",
    instead: "電波のよい所で、もう一度お試しください。",
  },
  unreadable: {
    title: "うまくいきませんでした。入力したものは残っています。",
    instead: "少し待って、もう一度お試しください。",
  },
};
