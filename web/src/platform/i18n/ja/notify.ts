const counted = (n: number, atLeast: boolean) => (atLeast ? `${n}件以上` : `${n}件`);

export const notify = {
  title: "通知",
  badge: (n: number) => (n > 99 ? "99+" : `${n}`),
  badgeSpoken: (n: number) => `まだ見ていない通知${n}件`,
  /** What came outside the operating time, in one line. */
  digest: (messages: number, atLeast: boolean, places: number) =>
    `時間外に ${counted(messages, atLeast)}のメッセージ（${places}つのトークルーム）`,
  from: (who: string, group: string) => `${who}（${group}）`,
  line: {
    others: (n: number) => `ほか${n}件`,
    close: "通知を閉じる",
    look: "通知を開く",
  },
  browser: {
    sharedDevice: "新しいメッセージがあります",
    digest: "通知を開くと、トークルームごとに見られます。",
    trialTitle: "通知をためしています",
    trial: "このように出ます。",
  },
  centre: {
    list: "通知の一覧",
    range: (span: string) => `${span} の間に届いたもの`,
    unseen: "新しい",
    messages: (n: number) => (n > 99 ? "100件以上" : `${n}件`),
    notMine: "参加していないトークルーム",
    empty: "まだ通知はありません",
    emptyHint:
      "運用時間の外に届いて、まだ読んでいないメッセージは、次に時間が始まったときに、ここにまとめて出ます。",
    emptyNeverHeld: "いまは組織の設定で、時間外にもすぐに通知します。まとめは出ません。",
    settings: "通知の設定",
  },
  settings: {
    holds:
      "運用時間の外では、通知は鳴りません。メッセージは届いていて、いつでも読めます。まだ読んでいないものは、次に時間が始まったときに、まとめて1回通知します。",
    neverHolds: "組織の設定で、時間外にも通知されます。",
    toHours: "自分の運用時間を見る",
    device: "この端末での通知",
    deviceHint: "ほうれんそうの画面を見ていないときに、パソコンやスマホの通知として出します。",
    sharedHint:
      "みんなで使う端末では、内容は出しません。ブラウザを閉じると、この設定は元に戻ります。",
    state: {
      on: "出ます",
      off: "出ません",
      ask: "まだ許可していません",
      denied: "ブラウザで止められています",
      impossible: "このブラウザでは出せません",
    },
    deniedHow:
      "アドレスの左にある印を押し、「通知」を「許可」にしてください。変えたら、この画面を開き直してください。",
    impossibleHow: "ほうれんそうの画面を開いている間は、画面の中でお知らせします。",
    allow: "許可する",
    try: "ためしに出す",
    tried: "出しました。見えないときは、端末の設定で通知が止まっているかもしれません。",
    trialFailed: "出せませんでした。",
    showHere: "この端末に出す",
    kinds: "通知するもの",
    talk: "新しいメッセージ",
    talkHint: "切っても、メッセージは届きます。未読の数も出ます。",
    digest: "時間外のまとめ",
    digestHint: "切っても、「通知」の画面には残ります。",
    rooms: "通知しないトークルーム",
    noRooms: "ありません。トークルームごとの通知は、トークの「メンバー」から切れます。",
    ringAgain: "通知する",
    ringAgainOf: (room: string) => `${room}のメッセージを通知する`,
    rung: (room: string) => `${room}のメッセージを通知します。`,
  },
};
