const mega = 1_000_000;

/** 通信量: whole below a megabyte is of no use to anybody. */
const amount = (bytes: number) =>
  bytes < mega / 10
    ? "0.1MB未満"
    : `約${(bytes / mega).toLocaleString("ja-JP", { minimumFractionDigits: 1, maximumFractionDigits: 1 })}MB`;

export const photosPage = {
  title: "プロフィール写真",
  hint: "名前の横に出て、組織のみなさんに見えます。載せなくてもかまいません。",
  choose: "写真を選ぶ・撮る",
  another: "写真を変える",
  field: "プロフィール写真のファイル",
  remove: "写真を外す",
  removing: "外しています…",
  opening: "写真を開いています…",
  said: { set: "写真を変えました。", removed: "写真を外しました。" },
  crop: {
    title: "写真の切り抜き",
    lead: "丸の中が、名前の横に出ます。写真を指やマウスで動かし、「大きさ」で大きくできます。",
    stage: "写真の位置（矢印キーで動かせます）",
    zoom: "大きさ",
    send: "この写真にする",
    sending: "送っています…",
    cancel: "やめる",
  },
  blind: {
    title: "この写真を使いますか",
    lead: "このブラウザでは、この写真を画面に出せません。このまま送ると、まん中を四角に切り抜いて写真にします。",
    file: (name: string) => `選んだファイル: ${name}`,
  },
  tooLarge: {
    title: "この写真は大きすぎます（10MBまで）。まだ何も変わっていません。",
    instead: "写真を切り抜くか、小さくしてから、もう一度選んでください。",
  },
  administrator: {
    remove: (name: string) => `${name}さんの写真を外す`,
    sure: "写真を外すと、名前の頭文字の表示に戻ります。本人は、また写真を選べます。",
    yes: "外す",
    no: "外さない",
    done: "写真を外しました。",
  },
  dataUse: {
    title: "通信量（この端末）",
    choice: "写真の表示",
    all: { label: "ふつう", hint: "写真を、いつも表示します。" },
    sparing: {
      label: "省データ",
      hint: "写真は、押すまで読み込みません。名前の頭文字を表示します。",
    },
    month: "今月の通信量",
    amount,
    explained:
      "この端末のブラウザで受け取った、おおよその量です。毎月1日に0に戻ります。私用のスマホの通信料は、自分の負担です。",
  },
};
