const unnamed = "新しい所属";

const quoted = (name: string) => `「${name === "" ? unnamed : name}」`;

/** Where a department stands. */
const place = (under: string | undefined, behind: string | undefined) => {
  if (behind !== undefined) return `${quoted(behind)}の次`;
  return under === undefined ? "いちばん上" : `${quoted(under)}の中の先頭`;
};

const under = (name: string | undefined) =>
  name === undefined ? "いちばん外側" : `${quoted(name)}の中`;

export const organisationPage = {
  lead: "所属の名前・順番・上下の関係を変えられます。「保存する」を押すまで、何も変わりません。",
  list: "所属の一覧",
  empty: {
    title: "所属は、まだありません。",
    imported: "職員の名簿を取り込むと、名簿にある所属がここに入ります。",
    toImport: "名簿の取り込みへ",
    here: "「所属を足す」で、ここで作ることもできます。",
  },
  unnamed,
  under,
  people: (n: number) => `${n.toLocaleString("ja-JP")}人`,
  head: (name: string) => `長 ${name}`,
  noHead: "長は決まっていません",
  site: (name: string) => `拠点 ${name}`,
  isNew: "まだ保存していない所属",
  was: (name: string) => `いまの名前 ${name}`,
  change: "変える",
  changeOf: (name: string) => `${quoted(name)}を変える`,
  close: "閉じる",
  closeOf: (name: string) => `${quoted(name)}を閉じる`,
  name: "所属の名前",
  wrong: {
    missing: "名前を入れてください。使わないときは「この所属を消す」を押してください。",
    long: "名前は60文字までで入れてください。",
    twice: "同じ名前の所属があります。ちがう名前にしてください。",
  },
  move: {
    label: (name: string) => `${quoted(name)}を動かす`,
    up: "上へ",
    down: "下へ",
    in: (into: string | undefined) =>
      into === undefined ? "中に入れる" : `${under(into)}に入れる`,
    out: (from: string | undefined) => (from === undefined ? "外へ出す" : `${under(from)}から出す`),
  },
  add: "所属を足す",
  addUnder: "この中に所属を足す",
  chooseHead: "所属の長を決める",
  headLater: "所属の長は、保存して、この所属に人が入ってから決められます。",
  headNobody: "所属の長は、この所属に人が入ってから決められます。",
  remove: "この所属を消す",
  stays: {
    people: (n: number) =>
      `${n.toLocaleString("ja-JP")}人いるので、消せません。先に、その人たちの所属を変えてください。`,
    parts: "この中に所属があるので、消せません。先に、中の所属を外へ出すか、消してください。",
  },
  said: {
    moved: (name: string, where: string | undefined, behind: string | undefined) =>
      `${quoted(name)}を動かしました（${place(where, behind)}）。`,
    stuck: {
      up: "これより上へは動かせません。",
      down: "これより下へは動かせません。",
      in: "すぐ上にならぶ所属がないので、中に入れられません。",
      out: "いちばん外側なので、これより外へは出せません。",
    },
    removed: (name: string) =>
      `${quoted(name)}を一覧から外しました。「元に戻す」で戻せます。まだ保存していません。`,
    undone: "ひとつ元に戻しました。",
    nothingToUndo: "元に戻すものはありません。",
    nothing: "まだ何も変えていません。",
    wrong: "名前に直すところがあります。まだ保存していません。",
    saved: "保存しました。",
    taken: "新しい内容を読み込みました。",
  },
  count: (n: number) => (n === 0 ? "変更はありません" : `変更 ${n}件（まだ保存していません）`),
  undo: "元に戻す",
  save: "保存する",
  saving: "保存しています…",
  asked: {
    title: (n: number) => `${n}件の変更を保存しますか`,
    follow: "職員の所属、働く時間、運用ガイドラインの決まりも、新しい名前になります。",
    gone: "消した所属の働く時間や決まりは、使われなくなります。",
  },
  kind: { renamed: "改名", added: "追加", removed: "削除", moved: "移動" },
  renamed: (was: string, name: string) => `${was} → ${name}`,
  inside: (name: string, where: string) => `${name === "" ? unnamed : name}（${where}）`,
  place,
  refused: (name: string, why: string) => `${quoted(name)} ${why}`,
  theirs: {
    title: "ほかの人が、組織を変えました。あなたの変更は、まだ保存していません。",
    safe: "このままでは保存できません。新しい内容を読み込んでから、もう一度変えてください。読み込んでも、あなたの変更はここに書いて残します。",
    others: "ほかの人が変えたこと",
    mine: "あなたの変更",
    take: "新しい内容を読み込む",
  },
  dropped: {
    title: "まだ保存していない、あなたの変更",
    again:
      "新しい内容を読み込んだので、一覧にはもう入っていません。必要なら、もう一度変えてください。",
    close: "この控えを消す",
  },
  leaving: {
    lost: (n: number) => `${n}件の変更は、まだ保存していません。離れると消えます。`,
    safe: "いまの組織は、そのままです。",
  },
};
