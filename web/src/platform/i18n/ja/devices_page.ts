import { dayNumber, inJapan } from "../../time/jst.ts";
import { date } from "./date.ts";

const clockOf = (instant: number, toTheMinute: boolean) =>
  toTheMinute ? date.clock(instant) : `${inJapan(instant).hour}時ごろ`;

/** 今日 9:12 or, where it is known to the hour only, 今日 9時ごろ */
function at(instant: number, now: number, toTheMinute: boolean): string {
  const clock = clockOf(instant, toTheMinute);
  const days = dayNumber(now) - dayNumber(instant);
  if (days === 0) return `今日 ${clock}`;
  if (days === 1) return `昨日 ${clock}`;
  const isThisYear = inJapan(instant).year === inJapan(now).year;
  return `${isThisYear ? date.nearDay(instant) : date.wholeDay(instant)} ${clock}`;
}

export const devicesPage = {
  at,
  /** In what is kept: 2026年11月28日(土) 9:12 */
  exactly: (instant: number, toTheMinute: boolean) =>
    `${date.wholeDay(instant)} ${clockOf(instant, toTheMinute)}`,
  class: {
    own: "私物",
    office: "職場のパソコン（自分の席）",
    shared: "みんなで使うパソコン",
  },
  network: { office: "事務所", elsewhere: "事務所の外" },
  whenAndWhere: (when: string, network: string) => `${when}・${network}`,
  used: (when: string, network: string) => `最後に使った日時 ${when}・${network}`,
  tags: {
    here: "この端末",
    signedIn: "ログイン中",
    waits: "未承認",
    lost: "紛失",
  },
  links: {
    devices: {
      title: "自分の端末",
      hint: "自分がログインした端末です。なくしたときは、ここからすぐに止められます。",
      open: "自分の端末を見る",
    },
    device_admin: {
      title: "端末と紛失",
      hint: "新しい端末の承認と、なくした端末の報告です。この欄は、管理者と、この仕事を任された人だけに見えます。",
      open: "端末と紛失を見る",
    },
    networks: {
      title: "回線と端末の決まり",
      hint: "どこから、どの端末で、何ができるかを決めます。この欄は、管理者と、この仕事を任された人だけに見えます。",
      open: "回線と端末の決まりを見る",
    },
    displays: {
      title: "壁掛け表示",
      hint: "カウンターや事務所の画面に、所属の今日を表示します。この欄は、管理者と、この仕事を任された人だけに見えます。",
      open: "壁掛け表示を見る",
    },
  },
  notFromHere: {
    title: "この場所と端末からは、管理の操作はできません。",
    instead:
      "管理者のページは、決まりで許された場所と端末（事務所のパソコンなど）で開いてください。",
  },
  quoted: (name: string) => `「${name}」`,
  nobody: "以前の職員",
  mine: {
    title: "自分の端末",
    none: "ほかの端末では、まだログインしていません。",
    waits: "「未承認」の端末は、管理者が承認するまで、私物としてあつかいます。",
    rename: "名前を変える",
    renameOf: (name: string) => `「${name}」の名前を変える`,
    name: "端末の名前",
    nameHint: "自分が分かる名前にします（50文字まで）。",
    nameMissing: "名前を入れてください。",
    keep: "保存する",
    renamed: (name: string) => `「${name}」に変えました。`,
    end: "ログアウトさせる",
    endOf: (name: string) => `「${name}」をログアウトさせる`,
    ended: (name: string) => `「${name}」をログアウトさせました。`,
    endOthers: "この端末のほかを、すべてログアウトさせる",
    endedOthers: "この端末のほかを、すべてログアウトさせました。",
    lost: "なくした",
    lostOf: (name: string) => `「${name}」をなくした`,
  },
  ending: {
    title: (name: string) => `「${name}」をログアウトさせますか`,
    forgets: "この端末を一覧からも消します。また使うときは、その端末でログインし直します。",
    shared: "ほかの人のログインは、そのまま続きます。",
    unsent: "そこで書きかけの文章は、送られません。",
    noUndo: "この操作は、取り消せません。",
    others: {
      title: "この端末のほかを、すべてログアウトさせますか",
      lines:
        "自分がログインしている、ほかの端末をすべて止めます。また使うときは、それぞれの端末でログインし直します。",
    },
    submit: "ログアウトさせる",
  },
  loss: {
    title: (name: string) => `「${name}」の紛失を届けますか`,
    calm: "迷ったときも、すぐに届けてください。見つかれば、また使えます。",
    steps: {
      stopped: "その端末は、すぐに使えなくなります（1秒ほどで止まります）。",
      emptied: "次につながったとき、その端末の中に残っているものが消えます。",
      told: "管理者にも知らせます。",
    },
    submit: "紛失を届ける",
    sending: "届けています…",
    done: {
      title: "紛失を届けました",
      stopped: (devices: number, sessions: number) =>
        devices === 0
          ? "止める端末は、ありませんでした。"
          : `端末${devices}台を止めました（ログイン${sessions}件）。管理者に知らせました。`,
      none: "私物の端末の登録がないか、もう届けてあります。",
      call: "電話でも、管理者に知らせてください。",
      close: "分かりました",
    },
    passkeys: {
      title: "残っているパスキー",
      lead: "その端末で作ったパスキーは、消しました。次のパスキーは、まだ使えます。別の端末の画面で作ったものが、なくした端末に入っているときは、消してください。",
      made: (day: string) => `${day}に登録`,
      remove: "消す",
      removeOf: (name: string) => `「${name}」を消す`,
      removed: (name: string) => `「${name}」を消しました。`,
    },
  },
  contact: (name: string, extension: string, telephone: string) => {
    const ways = [
      ...(extension === "" ? [] : [`内線\u00a0${extension}`]),
      ...(telephone === "" ? [] : [`電話\u00a0${telephone}`]),
    ];
    return ways.length === 0 ? name : `${name}（${ways.join("・")}）`;
  },
  between: "、",
  report: {
    mine: "なくした端末の報告",
    of: (device: string) => `「${device}」の紛失の報告`,
    ofPerson: (person: string, device: string) => `${person}さんの「${device}」`,
    heading: "紛失・盗難の報告",
    open: "見つかっていません",
    found: "見つかりました",
    facts: {
      reported: "届けた日時",
      by: "届けた人",
      card: "財布のカードの番号で（だれかは、分かりません）",
      used: "最後に使った日時",
      sessions: "止めたログイン",
      emptied: "中身を消した日時",
      notYet: "まだです。次につながったときに消えます。",
      found: "見つかった日時",
      seen: "見えたもの",
      seenNothing: "ありません",
    },
    sessions: (n: number) => `${n}件`,
    seen: {
      room: (name: string, n: number) => `グループ「${name}」 ${n.toLocaleString("ja-JP")}件`,
      direct: (n: number) => `1対1のトーク ${n.toLocaleString("ja-JP")}件`,
      people: (n: number) => `アドレス帳 ${n.toLocaleString("ja-JP")}人`,
    },
    find: "見つかった",
    findOf: (device: string) => `「${device}」が見つかった`,
    finding: {
      title: (device: string) => `「${device}」は見つかりましたか`,
      lines:
        "見つかった端末では、もう一度ログインして使えます。その端末で作ったパスキーも、消していなければ、また使えます。報告は残ります。",
      submit: "見つかった",
    },
    foundSaid: (device: string) => `「${device}」が見つかったことを記録しました。`,
    print: "報告を印刷する",
    printOf: (device: string) => `「${device}」の報告を印刷する`,
  },
  wallet: {
    title: "財布に入れるカード",
    hint: "スマホをなくしたとき、だれの端末からでも、このカードの番号で止められます。番号は1回だけ使えます。カードに名前は入りません。",
    make: "カードを作る",
    again: "作り直す",
    making: {
      title: "カードを作りますか",
      old: "前に作ったカードがあれば、その番号は使えなくなります。",
      once: "番号は、1回だけ表示します。そのまま印刷するか、書き写してください。",
      submit: "作る",
    },
    made: "カードができました",
    only: "番号は、いまこのページにしかありません。ページを離れる前に、印刷するか、書き写してください。",
    print: "印刷する",
    paper: "印刷の画面で、倍率を100%（実際のサイズ）にしてください。切り取ると、名刺の大きさです。",
    card: {
      title: "スマホをなくしたとき",
      open: (door: string) => `だれの端末でもよいので、${door} を開く`,
      type: "下の番号を入れる（スマホは、すぐに止まります）",
      call: "職場に電話して、管理者に知らせる",
      number: "番号",
      finder: "拾った方へ: お手数ですが、上の団体にお知らせください。",
    },
    leaving: {
      lost: "カードの番号は、このページにしかありません。離れると、もう表示も印刷もできません。",
      works: "印刷したカードや、書き写した番号は、離れても使えます。",
    },
  },
  byCard: {
    title: "スマホの紛失を届ける",
    lead: "財布のカードの番号を入れると、そのカードの持ち主の私物の端末を、すべて止めます。ログインは、要りません。",
    number: "カードの番号",
    hint: "カードに書いてある、英字20文字です。小文字でも全角でも、空白や「-」があってもかまいません。",
    missing: "カードの番号を入れてください。",
    submit: "端末を止める",
    sending: "止めています…",
    done: {
      title: "端末を止めました",
      stopped:
        "カードの持ち主の私物の端末は、もう使えません。中に残っているものは、次につながったときに消えます。",
      told: "管理者にも知らせました。",
      next: "次にすること",
      call: "職場に電話して、管理者に知らせてください。",
      carrier: "携帯電話会社にも連絡して、回線を止めてください。",
      police: "外でなくしたときや、盗まれたときは、警察にも届けてください。",
      found: "見つかったときは、管理者に知らせると、また使えるようになります。",
      used: "このカードの番号は、もう使えません。次のカードは、「自分の端末」のページで作れます。",
    },
    home: "ほうれんそうを開く",
  },
  barred: {
    title: {
      lost: "この端末は紛失として届けられています",
      waits: "管理者の承認を待っています",
      elsewhere: "ここからは使えません",
    },
    emptied: "この端末に残っていたものは、消しました。トークは、なくなっていません。",
    found:
      "見つかったときや、まちがいのときは、管理者に電話で知らせてください。自分の別の端末があれば、「設定」の「端末」で「見つかった」を押すと、またログインできます。",
    finder: "拾った方は、職場にお知らせください。",
    goesOn: "承認されると、この画面は自動で先に進みます。閉じて待っていても、かまいません。",
    again: "もう一度確かめる",
    signOut: "ログアウトする",
  },
  colleague: {
    title: "端末",
    report: "端末の紛失を届ける",
    reportOf: (name: string) => `${name}さんの端末の紛失を届ける`,
    asked: {
      title: (name: string) => `${name}さんの端末の紛失を届けますか`,
      all: (name: string) =>
        `${name}さんの私物の端末を、すべて止めます。職場のパソコンは、そのまま使えます。`,
      known: "だれが届けたかは、記録に残ります。",
    },
    done: (name: string) => `${name}さんにも、会ったときや電話で知らせてください。`,
    none: "登録されている端末は、ありません。",
  },
  admin: {
    waiting: { title: "承認を待つ端末", none: "待っている端末はありません。" },
    recent: { title: "この30日に登録された端末", none: "新しく登録された端末はありません。" },
    losses: { title: "なくした端末", none: "なくした端末の届けはありません。" },
    shared: "みんなで使うパソコン",
    whose: (name: string) => `${name}さん`,
    approve: "承認する",
    approveOf: (name: string) => `「${name}」を承認する`,
    approved: (name: string) => `「${name}」を承認しました。`,
    refuse: "断る",
    refuseOf: (name: string) => `「${name}」を断る`,
    remove: "登録を消す",
    removeOf: (name: string) => `「${name}」の登録を消す`,
    removed: (name: string) => `「${name}」の登録を消しました。`,
    removing: {
      title: (name: string) => `「${name}」の登録を消しますか`,
      refuse: (name: string) => `「${name}」の登録を断りますか`,
      lines:
        "その端末では、すぐにログアウトし、一覧から消えます。もう一度ログインすると、新しい端末として登録されます。",
      submit: "消す",
      submitRefuse: "断る",
    },
  },
};
