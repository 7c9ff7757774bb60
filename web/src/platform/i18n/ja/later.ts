/** Why a text that was to be sent later wasn't, by the code of the problem. */
const why: Record<string, string> = {
  "talk.room_not_found":
    "このトークの参加者ではなくなったため、送れませんでした。文章は下に残っています。",
  "policy.refused": "運用ガイドラインで止めているため、送れませんでした。文章は下に残っています。",
  "talk.key_reused": "同じ文章がもう送られているようです。トークを見て、確かめてください。",
};

export const later = {
  title: "送信予約",
  choose: "時刻を決めて送る",
  count: (n: number) => `送信予約 ${n}件`,
  failedCount: (n: number) => `送れなかった予約 ${n}件`,
  kept: (when: string) => `${when} に送ります`,
  undo: "取り消す",
  sheet: {
    when: "いつ送りますか",
    /** A choice, and when that is. */
    option: (name: string, when: string) => `${name} ${when}`,
    kinds: {
      receivers: "次の勤務の始まり",
      mine: "次の勤務の始まり",
      noon: "今日の昼すぎ",
      evening: "今日の夕方",
      tomorrow: "明日の朝",
    },
    own: "日時を選ぶ",
    day: "日付",
    time: "時刻",
    wrong: {
      missing: "日付と時刻を入れてください。",
      soon: "いまより1分以上あとの日時にしてください。",
      far: "いまから1年以内の日時にしてください。",
    },
    keep: (when: string) => `${when} に送る`,
    keepAtAll: "この日時に送る",
    keeping: "お待ちください…",
    confirm: "確かめて予約する",
    safe: "その時刻までは、あなたにだけ見えます。",
  },
  list: {
    at: (when: string) => `${when} に送ります`,
    wasAt: (when: string) => `${when} の予定でした`,
    soon: "まもなく送ります",
    failed: "送れませんでした",
    why,
    otherwise: "送れませんでした。文章は下に残っています。",
    notMine: "参加していないトーク",
    rewrite: "書き直す",
    rewriteOf: (beginning: string) => `「${beginning}」を書き直す`,
    stop: "やめる",
    stopOf: (beginning: string) => `「${beginning}」を送るのをやめる`,
    stopped: "送るのをやめました。",
    restore: "元に戻す",
    restored: "元に戻しました。",
    empty: "送信予約はありません",
    emptyHint:
      "トークで文章を書き、時計の印を押すと、送る時刻を決められます。時間外に書いた文章を、次の勤務の始まりに送れます。",
    toList: "トークの一覧へ",
  },
};
