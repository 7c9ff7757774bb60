export const hours = {
  page: "働く時間",
  toPage: "働く時間を見る",
  outside: "時間外です",
  open: "勤務中です",
  openUntil: (when: string) => `${when}までです。`,
  today: (name: string) => `今日は${name}です。`,
  next: (when: string) => `次は${when}からです。`,
  weekdays: {
    1: "月曜日",
    2: "火曜日",
    3: "水曜日",
    4: "木曜日",
    5: "金曜日",
    6: "土曜日",
    0: "日曜日",
    7: "祝日",
  },
  opens: (day: string) => `${day}の始まり`,
  closes: (day: string) => `${day}の終わり`,
  until: "から",
  closed: "休み",
  wrong: (day: string) => `${day}の時間を、8:30 のように入れてください。まだ保存していません。`,
  receivers: {
    one: (name: string) => `${name}さんは時間外です。`,
    next: (when: string) => `いま送っても鳴りません。${when} に知らせます。`,
    noNext: "いま送っても鳴りません。",
    some: (all: number, outside: number) =>
      outside === all
        ? `${all}人とも時間外です。いま送っても鳴りません。`
        : `${all}人のうち${outside}人は時間外です。いま送っても、その人には鳴りません。`,
    ways: "時間外の人に送る方法",
    later: "始業に送る",
    urgent: "緊急",
  },
  mine: {
    title: "自分の運用時間",
    hint: "通知が鳴ってよい時間を、曜日ごとに決められます。終わりが始まりより早いときは、翌日までとみなします。",
    notByPeople: "いまは、組織や所属の時間のとおりです。自分では変えられません。",
    keep: "この時間にする",
    asUsual: "所属と同じに戻す",
    kept: "保存しました。",
  },
};
