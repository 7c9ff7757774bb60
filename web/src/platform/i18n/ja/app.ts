export const app = {
  title: (unread: number, place: string) =>
    `${unread > 0 ? `(${unread > 99 ? "99+" : unread}) ` : ""}${place} - ほうれんそう`,
  navigation: "メニュー",
  tabs: {
    talk: "トーク",
    people: "アドレス帳",
    guideline: "決まり",
    guidelineInFull: "運用ガイドライン",
    notices: "通知",
    settings: "設定",
  },
  unreadTotal: (n: number) => `未読${n}件`,
  tabBadge: (n: number) => (n > 99 ? "99+" : `${n}`),
  starting: "準備しています…",
  chooseRoom: "トークを選んでください",
  chooseRoomHint: "左の一覧から選ぶと、ここに表示します。",
  banner: {
    offline: "つながっていません。",
    reconnecting: "つなぎ直しています。",
    safe: "書いた文章はこの端末に残っています。つながると自動で送ります。",
    waiting: (n: number) => `送信待ち${n}件`,
    outdated: "新しい版があります。書きかけの文章は残ります。",
    reload: "新しくする",
  },
};
