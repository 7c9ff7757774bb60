import { yen } from "./yen.ts";

/** What a line may say of its clause. */
interface Of {
  title: string;
  number: number;
}

export const welcome = {
  title: {
    size: "ようこそ",
    purpose: "報告・連絡・相談のために",
    privacy: "個人情報を守る",
    hours: "使う時間",
    device: "この端末のこと",
    agree: "決まりを読んで、同意する",
  },
  page: (n: number, of: number) => `${n} / ${of}`,
  spoken: (n: number, of: number) => `${of}枚のうち${n}枚目`,
  hello: (name: string) => `${name}さん、こんにちは。`,
  lead: (of: number) => `はじめに、${of}枚の画面で使い方と決まりをお伝えします。3分ほどです。`,
  size: "文字を、読みやすい大きさにしてください。すぐに変わります。",
  lines: {
    share: "職場のみんなで、大事なことをすぐに知らせ合います。",
    work: "仕事のための道具です。",
    notPrivate: "私用には使いません。",
    noApplications: "休暇や残業の申請は書きません。いつもの手続きで出してください。",
    absence: "急に休むことを知らせるのは、かまいません。",
    noPersonal: "利用者の名前、病気、住所、電話番号などは書きません。",
    initials: "どうしても要るときは「Y様」のように、だれか分からない形にします。",
    sum: ({ number }: Of) =>
      `個人情報がもれて、1件あたり${yen(number)}の賠償になった例があります。32人分なら${yen(32 * number)}です。`,
    marks: "個人情報らしいところには、送る前に印がつきます。",
    hours: ({ title }: Of) => `${title.replace(/。$/, "")}。`,
    quiet: "時間外には、ふだんの通知は鳴りません。次の始まりに、まとめて知らせます。",
    noAnswer: "時間外は、返事をしなくてかまいません。",
    urgent: "「緊急」で送られたものだけは、すぐに鳴ります。",
    rings: "いまは組織の設定で、時間外でも通知します。",
    ownHours: "自分の時間は、あとから「設定」で曜日ごとに決められます。",
    noPictures: "画面を撮ったり、職場の外の人に見せたりしません。",
    lost: "なくしたときは、すぐ管理者に知らせてください。",
  },
  whole: "運用ガイドラインの全文",
  agreeLead: "これが、いまの決まりの全部です。読んで、よければ下のボタンを押してください。",
  openPage: "大きな画面で読む",
  agree: "読みました。同意します",
  agreeing: "送っています…",
  next: "次へ",
  back: "戻る",
  later: "あとで",
  until: (day: string) => `${day}までにお願いします。`,
  overdue: (day: string) => `${day}までにお願いしていました。いま読んでください。`,
};
