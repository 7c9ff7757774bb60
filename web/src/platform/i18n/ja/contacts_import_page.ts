import { sheetStanding } from "./sheet_standing.ts";

const many = (n: number, of = "件") => `${n.toLocaleString("ja-JP")}${of}`;

export const contactsImportPage = {
  pick: {
    title: "ファイルから取り込む",
    first:
      "ファイルを選ぶと、まず、変わるところを全部お見せします。「取り込む」を押すまで、何も変わりません。",
    kinds: "Excelのブック（.xlsx）かCSV（.csv）です。このページにドラッグしてもかまいません。",
    choose: "連絡先のファイルを選ぶ",
    another: "ほかのファイルを選ぶ",
    drop: "はなすと、このファイルを確かめます。",
    field: "連絡先のファイル",
  },
  checking: {
    said: (file: string) => `「${file}」を確かめています…`,
  },
  wrong: {
    kind: {
      title: "このファイルは、連絡先として読み取れない種類です。まだ何も変わっていません。",
      instead:
        "Excelで「Excelブック（.xlsx）」か「CSV UTF-8（コンマ区切り）」として保存したファイルを選んでください。",
    },
    size: {
      title: "ファイルが大きすぎます（8 MBまで）。まだ何も変わっていません。",
      instead: "連絡先のシートだけを新しいブックに写して保存し、そのファイルを選んでください。",
    },
    unreadable: {
      title: "ファイルを開けませんでした。まだ何も変わっていません。",
      instead: "ファイルを移したり、書きかえたりしていないか確かめて、もう一度選んでください。",
    },
  },
  refused: {
    title: (file: string) => `「${file}」は取り込んでいません`,
    safe: "外部連絡先は、いまのままです。",
    rows: (n: number) => `直すところのある行 ${many(n, "行")}`,
    mend: "ファイルを直して保存したら、上の「連絡先のファイルを選ぶ」で、もう一度選んでください。",
  },
  plan: {
    title: "取り込むと、こうなります",
    nothing: "変わるところはありません",
    same: (n: number) =>
      `ファイルの${many(n)}は、いまの連絡先と同じです。取り込むものはありません。`,
    of: (file: string) => `ファイル: ${file}`,
    counts: { added: "加わる連絡先", changed: "変わる連絡先", unchanged: "変わらない連絡先" },
    many: (n: number) => many(n),
    section: (name: string, n: number) => `${name} ${many(n)}`,
    safe: "まだ何も変わっていません。確かめてから「取り込む」を押してください。",
    stays: "このファイルにない連絡先は、そのまま残ります。自分だけの連絡先も変わりません。",
    order: (added: number, changed: number) =>
      [
        added > 0 ? `加わる連絡先 ${many(added)}` : "",
        changed > 0 ? `変わる連絡先 ${many(changed)}` : "",
      ]
        .filter((part) => part !== "")
        .join("、"),
    run: "取り込む",
    running: "取り込んでいます…",
    doubt:
      "取り込みが終わったかどうか、まだ分かりません。もう一度「取り込む」を押してください。同じファイルを2回取り込んでも、同じ連絡先が2件になることはありません。",
  },
  done: {
    title: "取り込みました",
    counts: {
      added: "加わった連絡先",
      changed: "変わった連絡先",
      unchanged: "変わらなかった連絡先",
    },
    differs:
      "確かめたときと数がちがいます。そのあいだに連絡先が変わっていたためです。ファイルにある連絡先は、みなファイルのとおりになっています。",
    book: "外部連絡先を見る",
  },
  how: {
    title: "ファイルの作り方",
    rows: "1行目に見出し、2行目から連絡先を1件1行で入れます。列の順番は自由です。ほかの見出しの列は読みません。",
    who: "同じ連絡先かどうかは、番号で決めます。番号がないときは、機関・部署・氏名で決めます。",
    missing: "列がないものは、いまのまま変わりません。列があって空なら、空にします。",
    stays: "ファイルにない連絡先が消えることはありません。",
    columns: "読み取れる列",
    number: "番号",
    numberHint: "書き出したファイルに入っています。新しい連絡先では、空にします。",
    hints: {
      organisation: "列はかならず要ります。空のときは、氏名を入れます。",
      organisation_kana: "ひらがなや半角カナでも読み取ります。",
      category: "「病院・診療所」「行政」など、自由に入れます。",
      other_telephone: "「夜間 03-…」のように、言葉をそえてもかまいません。",
      responsible: "担当する職員のIDか氏名です。",
      note: "改行があってもかまいません。",
    },
  },
  out: {
    title: "いまの連絡先を書き出す",
    hint: "書き出したファイルは、直してそのまま取り込めます。直さずに取り込めば、何も変わりません。自分だけの連絡先は入りません。",
    excel:
      "Excelで直すときは、Excel（.xlsx）をお使いください。CSVをExcelで開くと、番号の先頭の0が消えることがあります。",
    personal:
      "外の人の個人情報が入っています。ほかの人に見えない場所に置き、要らなくなったら消してください。",
    format: { xlsx: "Excel（.xlsx）で書き出す", csv: "CSVで書き出す" },
    busy: "書き出しています…",
    done: (file: string) => `「${file}」を書き出しました。`,
    file: (day: string, format: string) => `外部連絡先_${day}.${format}`,
  },
  leaving: {
    planned: (file: string) =>
      `「${file}」は、まだ取り込んでいません。離れても、連絡先はいまのままです。取り込むときは、もう一度ファイルを選んでください。`,
  },
  standing: sheetStanding,
};

/** The same, of one's own. */
export const ownContactsImportPage = {
  ...contactsImportPage,
  pick: {
    ...contactsImportPage.pick,
    title: "自分だけの連絡先を、ファイルから取り込む",
    choose: "自分の連絡先のファイルを選ぶ",
  },
  wrong: {
    ...contactsImportPage.wrong,
    size: {
      title: "ファイルが大きすぎます（1 MBまで）。まだ何も変わっていません。",
      instead: "連絡先のシートだけを新しいブックに写して保存し、そのファイルを選んでください。",
    },
  },
  refused: {
    ...contactsImportPage.refused,
    safe: "自分の連絡先は、いまのままです。",
    mend: "ファイルを直して保存したら、上の「自分の連絡先のファイルを選ぶ」で、もう一度選んでください。",
  },
  plan: {
    ...contactsImportPage.plan,
    stays: "このファイルにない連絡先は、そのまま残ります。組織の連絡先は変わりません。",
  },
  how: {
    ...contactsImportPage.how,
    rows: `${contactsImportPage.how.rows}2,000件までです。`,
  },
  out: {
    ...contactsImportPage.out,
    title: "自分だけの連絡先を書き出す",
    hint: "自分だけの連絡先だけが入ります。書き出したファイルは、直してそのまま取り込めます。",
    file: (day: string, format: string) => `自分の連絡先_${day}.${format}`,
  },
};
