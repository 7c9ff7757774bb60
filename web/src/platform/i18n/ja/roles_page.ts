const roles = {
  administrator: "管理者",
  sub_administrator: "副管理者",
  member: "一般",
};

const listed = (names: readonly string[]) => names.map((name) => `「${name}」`).join("");

export const rolesPage = {
  lead: "役割は、すぐに、本人の開いている画面にも効きます。変えたことは記録に残り、管理者と副管理者の全員に知らせます。",
  roles,
  roleHints: {
    administrator:
      "すべてのことができます。受け持ちを作ることと、管理者を決めることも、管理者だけができます。",
    sub_administrator: "管理者の役割を変えることと、受け持ちを作ることのほかは、すべてできます。",
    member: "自分の仕事だけをします。下で受け持ちを選ぶと、そのことだけを任せられます。",
  },
  /** Everything that somebody may be entrusted with. */
  permissions: {
    staff: { name: "人事・名簿", hint: "名簿の取り込みと書き出し、組織、異動・退職・休職" },
    sign_in: { name: "ログイン", hint: "ログインカード、職員の端末、紛失、回線と端末の決まり" },
    guideline: { name: "運用ガイドライン", hint: "決まりの強さ、条文、版" },
    hours: { name: "勤務時間", hint: "組織・拠点・所属の時間と休みの日" },
    quiz: { name: "理解度チェック", hint: "問題を決め、だれが済んだかを見る" },
    contacts: { name: "外部連絡先", hint: "組織の連絡先と、メールの送り方" },
    reports: { name: "通報", hint: "通報されたメッセージを、前後といっしょに読む" },
    figures: { name: "月ごとの数字", hint: "すべての所属の数字を見る" },
    urgent: { name: "緊急", hint: "時間外でもすぐに鳴るメッセージを送る" },
  },
  change: "役割を変える",
  changeOf: (name: string) => `${name}さんの役割を変える`,
  administrators: {
    title: "管理者",
    hint: "いつも1人はいます。最後の1人は、休職にも退職にもできません。",
  },
  subs: {
    title: "副管理者",
    none: "いません。管理者が休むときのために、1人決めておくと安心です。",
  },
  heads: {
    title: "所属長",
    hint: "所属の長は、自分の所属の時間と決まりを決め、緊急のメッセージを送れます。",
    none: "まだ、どの所属にも長が決まっていません。",
    open: "組織のページで決める",
  },
  sets: {
    title: "受け持ち",
    hint: "いくつかのことを、まとめてだれかに任せるものです。",
    none: "まだありません。「研修担当」のように、任せたいことから作れます。",
    make: "受け持ちを作る",
    edit: "変える",
    editOf: (name: string) => `受け持ち「${name}」を変える`,
    nobody: "まだ、だれにも任せていません。",
    may: "できること",
    people: "任された人",
    yours: "（自分）",
  },
  news: {
    title: "役割の変更",
    unseen: "新しい",
    none: "まだありません。",
    operator: "サーバーの担当者",
    person: (name: string) => `${name}さん`,
    /** Who gave whom what. */
    role: (by: string, whom: string, before: keyof typeof roles, after: keyof typeof roles) =>
      after === "member"
        ? `${by}が、${whom}さんの${roles[before]}の役割を終わりにしました。`
        : `${by}が、${whom}さんを${roles[after]}にしました。`,
    given: (by: string, whom: string, names: readonly string[]) =>
      `${by}が、${whom}さんに${listed(names)}を任せました。`,
    taken: (by: string, whom: string, names: readonly string[]) =>
      `${by}が、${whom}さんの${listed(names)}を終わりにしました。`,
    made: (by: string, set: string, may: readonly string[]) =>
      `${by}が、受け持ち「${set}」を作りました。できること：${may.join("、")}`,
    changed: (by: string, set: string, may: readonly string[]) =>
      `${by}が、受け持ち「${set}」を変えました。できること：${may.join("、")}`,
    deleted: (by: string, set: string) => `${by}が、受け持ち「${set}」をなくしました。`,
    look: "役割のページを見る",
    more: (n: number) => `前の${n}件も見る`,
  },
  sheet: {
    title: "役割を変える",
    titleOf: (name: string) => `${name}さんの役割`,
    whom: "だれの役割を変えますか",
    other: "ほかの人を選ぶ",
    role: "役割",
    sets: "任せる受け持ち",
    noSets: "受け持ちは、まだありません。管理者が作れます。",
    all: "すべてのことができるので、受け持ちはいりません。",
    becomes: "変えると、こうなります",
    now: (name: string) => `${name}さんは、次のことができるようになります。`,
    noLonger: (name: string) => `${name}さんは、次のことができなくなります。`,
    appoints: "ほかの人の役割を変える",
    nothingNew: "できることは、いまと同じです。",
    card: "使っていないログインカードは、使えなくなります。もう一度ログインする人には、新しく作ってください。",
    told: "本人はログインしたままで、すぐに変わります。管理者と副管理者の全員に知らせます。",
    same: "いまの役割と同じです。",
    go: "この役割にする",
    busy: "変えています…",
    done: (name: string) => `${name}さんの役割を変えました。`,
  },
  setSheet: {
    make: "受け持ちを作る",
    edit: "受け持ちを変える",
    name: "受け持ちの名前",
    example: "例: 研修担当",
    may: "できること",
    missingName: "名前を入れてください。",
    tooLong: "30文字までにしてください。",
    missing: "できることを、1つ以上選んでください。",
    holders: (n: number) => `任されている${n}人に、すぐに効きます。`,
    save: "保存する",
    busy: "保存しています…",
    remove: "この受け持ちをなくす",
    removing: (n: number) =>
      n === 0
        ? "この受け持ちをなくします。元には戻せません。"
        : `この受け持ちをなくすと、任されている${n}人は、すぐにできなくなります。元には戻せません。`,
    removed: (name: string) => `受け持ち「${name}」をなくしました。`,
    saved: (name: string) => `受け持ち「${name}」を保存しました。`,
    keep: "なくさない",
    sure: "なくす",
  },
};
