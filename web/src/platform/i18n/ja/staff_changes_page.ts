import { dayOf } from "../../time/jst.ts";
import { date } from "./date.ts";

const day = (iso: string) => date.wholeDay(dayOf(iso));
const at = (instant: number) => `${date.wholeDay(instant)} ${date.clock(instant)}`;
const nearDay = (iso: string) => date.nearDay(dayOf(iso));

export const staffChangesPage = {
  day,
  at,
  kind: { transfer: "異動", retirement: "退職" },
  from: "から",
  to: "へ",
  /** When a change holds. */
  on: {
    transfer: (iso: string) => `${day(iso)} 0:00から`,
    retirement: (iso: string) => `${day(iso)}が最後の日`,
  },
  ends: (next: string) => `${day(next)} 0:00に、アカウントが使えなくなります。`,

  person: {
    title: "人事",
    transfer: "異動を予定する",
    retirement: "退職を予定する",
    changeRetirement: "退職の日を変える",
    planned: (name: string) => `${name}さんの予定`,
    all: "みんなの人事の予定を見る",
    done: {
      transfer: (iso: string) => `${day(iso)}からの異動を予定しました。`,
      atOnce: "変えました。",
      retirement: (iso: string) => `${day(iso)}の退職を予定しました。`,
    },
  },

  transfer: {
    sheet: (name: string) => `${name}さんの異動`,
    lead: "変えるところだけ入れてください。ほかは、いまのままです。",
    resumed: "前に入れた、まだ予定していない内容が残っています。",
    fresh: "いまの内容に戻す",
    day: "いつから",
    from: (iso: string) => `${day(iso)} 0:00から変わります。`,
    atOnce: (iso: string) => `${day(iso)}は今日か、過ぎた日です。保存すると、すぐに変わります。`,
    noDepartment: "所属なし",
    siteOfDepartment: "所属と同じ場所",
    posts: "兼務",
    post: (n: number) => `兼務${n}`,
    postDepartment: (n: number) => `兼務${n}の所属`,
    postPosition: (n: number) => `兼務${n}の役職`,
    choose: "選んでください",
    addPost: "兼務を加える",
    removePost: (n: number) => `兼務${n}を消す`,
    noPosts: "兼務はありません。",
    employments: ["正職員", "特定業務職員", "臨時職員"],
    retires: (last: string) =>
      `この人には、${day(last)}の退職が予定されています。その翌日の0:00にアカウントが使えなくなり、この異動は行われません。続けて使う人は、先に退職の予定を取り消してください。`,
    wrong: {
      day: "いつからか、日を入れてください。",
      post: "兼務の所属を選ぶか、その行を消してください。",
      nothing: "変わるところがありません。変えるところを入れてください。",
    },
    check: "内容を確かめる",
    checkTitle: "この内容でよろしいですか",
    changes: "変わるところ",
    rest: "ほかは、いまのままです。取り消しは、その日になるまでできます。",
    restAtOnce: "ほかは、いまのままです。",
    mend: "直す",
    plan: "予定する",
    planNow: "すぐに変える",
    busy: "保存しています…",
  },

  handOver: {
    title: "引き継ぎの一覧",
    lead: "本人だけが受け持っているものです。最後の日までに、ほかの人へ引き継いでもらってください。",
    none: "本人だけが受け持っているものはありません。",
    what: {
      administrator: () => "管理者",
      sub_administrator: () => "副管理者",
      role_set: (name: string) => `「${name}」の受け持ち`,
      head: (department: string) => `${department}の長`,
      master: (room: string, members: number) => `「${room}」のマスター（${members}人）`,
      reviews: (_: string, n: number) => `異動後の見直し ${n}件`,
      later_messages: (_: string, n: number) => `送信予約のメッセージ ${n}件`,
      contacts: (_: string, n: number) => `自分だけの外部連絡先 ${n}件`,
      responsible: (_: string, n: number) => `担当になっている外部連絡先 ${n}件`,
    },
    /** What becomes of it if nothing is done. */
    then: {
      administrator: () => "ほかの管理者が続けます。",
      sub_administrator: () => "「役割」で次の人を決めてください。",
      role_set: () => "任されているほかの人がいなければ、「役割」で次の人を決めてください。",
      head: () => "所属の長がいなくなります。「組織」で次の人を選んでください。",
      master: (next: string | undefined, members: number) =>
        members === 1
          ? "ほかのメンバーがいません。だれも見られなくなります。"
          : `このままだと、${next ? `${next}さん` : "ほかのメンバー"}がマスターになります。`,
      reviews: () => "本人が答えるか、マスターを替わってもらってください。",
      later_messages: () => "退職すると、送られずに消えます。",
      contacts: () => "退職すると消えます。残すものは、組織の連絡先に入れ直してもらってください。",
      responsible: () => "退職すると、担当なしになります。",
    },
  },

  retirement: {
    sheet: (name: string) => `${name}さんの退職`,
    day: "最後の日（退職の日）",
    missing: "最後の日を入れてください。",
    past: "今日か、これからの日を入れてください。",
    rehired: {
      title: "翌日から再雇用する人",
      text: "翌日から再雇用する人は、退職ではなく「異動」で雇用区分を変えてください。そうすれば、そのまま使えます。",
      go: (next: string) => `${nearDay(next)}からの異動にする`,
    },
    happens: (next: string) => `${day(next)} 0:00に、自動でこうなります`,
    steps: [
      "ログインできなくなります。使っている端末からもログアウトします。",
      "氏名、フリガナ、ID、所属、役職、電話などの情報と、写真、パスワードやログインカードを消します。",
      "名前は「退職者 1」のように、番号で出ます。アドレス帳には出ません。",
      "トークルームから抜けます。送信予約と、この人の設定も消します。",
    ],
    stays: "残るもの",
    stay: "この人が書いたメッセージと、操作の記録は残ります。書いた人の名前は、番号に変わります。",
    undo: "取り消し",
    undone: (last: string) =>
      `${day(last)}が終わるまでは、取り消せます。そのあとは、元に戻せません。`,
    plan: "退職を予定する",
    change: "この日に変える",
    busy: "保存しています…",
  },

  callOff: {
    button: "取り消す",
    of: {
      transfer: (name: string, iso: string) => `${name}さんの${day(iso)}からの異動を取り消す`,
      retirement: (name: string, iso: string) => `${name}さんの${day(iso)}の退職を取り消す`,
    },
    title: {
      transfer: (name: string) => `${name}さんの異動を取り消しますか`,
      retirement: (name: string) => `${name}さんの退職を取り消しますか`,
    },
    text: {
      transfer: (iso: string) => `${day(iso)}になっても、何も変わりません。`,
      retirement: (iso: string) => `${day(iso)}のあとも、アカウントはそのまま使えます。`,
    },
    keep: "取り消さない",
    submit: "取り消す",
    done: {
      transfer: (name: string) => `${name}さんの異動を取り消しました。`,
      retirement: (name: string) => `${name}さんの退職を取り消しました。`,
    },
  },

  coming: {
    title: "これからの予定",
    lead: "異動は、その日の0:00に変わります。退職は、最後の日の翌日の0:00に、アカウントが使えなくなります。",
    none: "予定している異動や退職はありません。",
    noneHint: "アドレス帳で人のページを開くと、異動や退職を予定できます。",
    book: "アドレス帳を開く",
  },
  print: "印刷する",
  printed: (organisation: string, now: number) =>
    `${organisation} 印刷した日 ${date.wholeDay(now)}`,

  retired: {
    title: "退職した人",
    lead: "名前や連絡先は消えています。だれだったかは、印刷した証明に手で書いて、紙で残してください。",
    none: "退職した人はまだいません。",
    last: (iso: string) => `最後の日 ${day(iso)}`,
    done: (instant: number) => `削除した日時 ${at(instant)}`,
    proof: "削除の証明",
    proofOf: (name: string) => `${name}の削除の証明を見る`,
  },

  proof: {
    title: "退職者の情報を削除した証明",
    back: "一覧へ戻る",
    person: "対象",
    name: "氏名（記録には残っていません）",
    nameHint: "印刷してから、手で書いてください。",
    last: "最後の日",
    done: "削除した日時",
    by: "削除した方法",
    byServer: "最後の日が終わったあとに、サーバーが自動で削除しました。",
    erased: "削除したもの",
    count: "件数",
    pieces: (n: number) => `${n.toLocaleString("ja-JP")}件`,
    what: {
      profile: "氏名・フリガナ・ID・所属・役職・電話などの情報",
      posts: "兼務",
      heads: "所属の長の登録",
      photos: "プロフィール写真",
      sessions: "ログインしていた端末",
      passwords: "パスワード",
      passkeys: "パスキー",
      devices: "登録した端末",
      wallet_cards: "財布に入れるカード",
      doubts: "心当たりの確認",
      second_factors: "6桁の数字での確認",
      pins: "交代のPIN",
      cards: "ログインカード",
      settings: "画面などの設定",
      rooms: "トークルームへの参加",
      join_requests: "グループへの参加の希望",
      later_messages: "送信予約のメッセージ",
      contacts: "自分だけの外部連絡先",
      hours: "働く時間と休みの日の設定",
      notices: "通知と、その設定",
      dismissals: "「もう出さない」にした案内",
    },
    stays:
      "本人が書いたメッセージと操作の記録は、組織の決まりにより残しています。書いた人の名前は番号で出ます。",
    clause: "運用ガイドライン 3.9 による削除です。",
    confirmed: "確かめた日",
    confirmedDay: "年　　　月　　　日",
    signature: "確かめた人（署名）",
  },
};
