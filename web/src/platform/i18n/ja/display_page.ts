import { dayOf } from "../../time/jst.ts";
import { date } from "./date.ts";

const two = (n: number) => String(n).padStart(2, "0");
const ofMinutes = (minutes: number) => `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;

export const displayPage = {
  /** On the wall: 11月28日(土) */
  day: (today: string) => date.nearDay(dayOf(today)),
  clock: date.clock,
  everybody: "全体",
  open: (opens: number, closes: number) =>
    `今日の勤務時間 ${ofMinutes(opens)}〜${ofMinutes(closes)}`,
  closed: "今日は休みです",
  states: { working: "勤務中", away: "時間外", off: "休み" },
  marks: { working: "●", away: "○", off: "－" },
  nobody: "この所属には、まだ人が登録されていません。",
  more: (people: number) => `ほか${people}人`,
  page: (at: number, all: number) => `${at} / ${all}`,
  stale: (clock: string) => `サーバーにつながりません。${clock}の内容を表示しています。`,
  unreached: "サーバーにつながりません。つながると、自動で表示します。",
  opening: {
    title: "壁掛け表示",
    lead: "管理者にもらったコードを入れると、この画面が壁掛け表示になります。",
    code: "表示のコード",
    hint: "英字20文字です。小文字でも、空白や「-」があってもかまいません。",
    missing: "コードを入れてください。",
    submit: "表示を始める",
    opening: "始めています…",
  },
  list: {
    lead: "カウンターや事務所の画面に、所属の今日をいつも表示します。共用のIDは、いりません。見るだけで、ほかのことは何もできません。",
    title: "表示している画面",
    none: "まだありません。",
    add: "壁掛け表示を作る",
    of: (department: string) => `表示するもの ${department === "" ? "全体" : department}`,
    used: (when: string) => `最後に表示した日時 ${when}`,
    neverUsed: "まだ開かれていません",
    waits: (until: string) => `コードは${until}まで使えます`,
    change: "変える",
    changeOf: (name: string) => `「${name}」を変える`,
    renew: "コードを作り直す",
    renewOf: (name: string) => `「${name}」のコードを作り直す`,
    end: "終わらせる",
    endOf: (name: string) => `「${name}」を終わらせる`,
    made: (name: string) => `「${name}」を作りました。`,
    changed: (name: string) => `「${name}」を変えました。`,
    ended: (name: string) => `「${name}」を終わらせました。`,
  },
  form: {
    make: "壁掛け表示を作る",
    change: (name: string) => `「${name}」を変える`,
    name: "名前",
    nameHint: "どの画面かが分かる名前にします（50文字まで）。例: 本所のカウンター",
    nameMissing: "名前を入れてください。",
    department: "表示する所属",
    all: "全体",
    submitMake: "作る",
    submitChange: "保存する",
  },
  code: {
    title: (name: string) => `「${name}」を開くコード`,
    how: "表示する画面で、QRコードを読むか、下のアドレスを開いて、コードを入れてください。",
    door: (address: string) => `アドレス ${address}`,
    qr: "画面を開くQRコード",
    valid: (day: string, clock: string) => `${day} ${clock}まで、1回だけ使えます。`,
    once: "コードは、いまだけ表示します。閉じたあとは、作り直せます。",
    close: "閉じる",
  },
  renewing: {
    title: (name: string) => `「${name}」のコードを作り直しますか`,
    lines: "いま表示している画面は、止まります。新しいコードで、もう一度開いてください。",
    submit: "作り直す",
  },
  ending: {
    title: (name: string) => `「${name}」を終わらせますか`,
    lines: "その画面では、もう何も見られません（30秒以内に表示が消えます）。",
    submit: "終わらせる",
  },
};
