import { date } from "./date.ts";

export const doubtsPage = {
  title: "この利用に心当たりはありますか",
  lead: {
    places: "あなたのIDが、ほぼ同じ時刻に、離れた2つの場所で使われました。",
    copied: "あなたの1つのログインが、2つの端末でかわるがわる使われました。",
  },
  calm: "まだ何も止めていません。ほかの人にも知らせていません。",
  use: (n: number) => `利用${n}`,
  when: (instant: number) => `${date.nearDay(instant)} ${date.clock(instant)}`,
  site: (site: string) => `場所 ${site}`,
  here: "この端末",
  unknownDevice: "名前のない端末",
  yes: "はい、わたしです",
  no: "いいえ",
  later: "あとで答える",
  answer: "答える",
  back: "戻る",
  answering: "送っています…",
  settled: "ありがとうございます。確認は済みました。",
  sure: {
    title: "「いいえ」でよろしいですか",
    places:
      "この端末のほかのログインを、すべて止めます。みんなで使うパソコンのPINと、もう一方の端末で作ったパスキーも、使えなくなります。",
    copied:
      "この端末も含めて、すべてのログインとPIN、その端末で作ったパスキーを止めます。もう一度ログインしてください。",
    told: "管理者に知らせます。",
    password:
      "そのあと、パスワードを変えてください。パスワードがない人は、管理者に新しいカードをもらってください。",
    submit: "ログインを止めて、知らせる",
  },
  denied: {
    title: "ほかのログインを止めました",
    told: "管理者に知らせました。",
    password: "いま、パスワードを変えてください。ほかの人が知っているかもしれません。",
    settings: "設定を開く",
    close: "分かりました",
  },
  mine: {
    title: "心当たりの確認",
    lead: "答えるまで、ここに残ります。ほかの人には見えません。",
  },
  admin: {
    title: "心当たりのない利用",
    none: "届けはありません。",
    hint: "本人が「いいえ」と答えたものだけが、ここに出ます。",
    of: (person: string) => `${person}さん`,
    kind: {
      places: "離れた2つの場所で、ほぼ同時に使われました",
      copied: "1つのログインが、2つの端末で使われました",
    },
    answered: (when: string, sessions: number) =>
      `${when}に本人が「いいえ」と答え、ログイン${sessions}件を止めました。`,
    next: "本人に電話などで確かめ、必要なら新しいログインカードを渡してください。",
  },
};
