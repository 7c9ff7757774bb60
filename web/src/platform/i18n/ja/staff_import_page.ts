import { sheetStanding } from "./sheet_standing.ts";

const many = (n: number, of: string) => `${n.toLocaleString("ja-JP")}${of}`;

export const staffImportPage = {
  pick: {
    title: "ファイルから取り込む",
    first:
      "ファイルを選ぶと、まず、変わるところを全部お見せします。「取り込む」を押すまで、何も変わりません。",
    kinds: "Excelのブック（.xlsx）かCSV（.csv）です。このページにドラッグしてもかまいません。",
    choose: "名簿のファイルを選ぶ",
    another: "ほかのファイルを選ぶ",
    drop: "はなすと、このファイルを確かめます。",
    field: "名簿のファイル",
  },
  checking: {
    said: (file: string) => `「${file}」を確かめています…`,
  },
  wrong: {
    kind: {
      title: "このファイルは、名簿として読み取れない種類です。まだ何も変わっていません。",
      instead:
        "Excelで「Excelブック（.xlsx）」か「CSV UTF-8（コンマ区切り）」として保存したファイルを選んでください。",
    },
    size: {
      title: "ファイルが大きすぎます（8 MBまで）。まだ何も変わっていません。",
      instead: "名簿のシートだけを新しいブックに写して保存し、そのファイルを選んでください。",
    },
    unreadable: {
      title: "ファイルを開けませんでした。まだ何も変わっていません。",
      instead: "ファイルを移したり、書きかえたりしていないか確かめて、もう一度選んでください。",
    },
  },
  refused: {
    title: (file: string) => `「${file}」は取り込んでいません`,
    safe: "アドレス帳は、いまのままです。",
    rows: (n: number) => `直すところのある行 ${many(n, "行")}`,
    mend: "ファイルを直して保存したら、上の「名簿のファイルを選ぶ」で、もう一度選んでください。",
  },
  plan: {
    title: "取り込むと、こうなります",
    nothing: "変わるところはありません",
    same: (n: number) =>
      `ファイルの${many(n, "人")}は、いまの名簿と同じです。取り込むものはありません。`,
    of: (file: string) => `ファイル: ${file}`,
    counts: { added: "加わる人", changed: "変わる人", unchanged: "変わらない人" },
    many: (n: number) => many(n, "人"),
    section: (name: string, n: number) => `${name} ${many(n, "人")}`,
    safe: "まだ何も変わっていません。確かめてから「取り込む」を押してください。",
    stays: "このファイルにない人は、そのまま残ります。",
    order: (added: number, changed: number) =>
      [
        added > 0 ? `加わる人 ${many(added, "人")}` : "",
        changed > 0 ? `変わる人 ${many(changed, "人")}` : "",
      ]
        .filter((part) => part !== "")
        .join("、"),
    run: "取り込む",
    running: "取り込んでいます…",
    doubt:
      "取り込みが終わったかどうか、まだ分かりません。もう一度「取り込む」を押してください。同じファイルを2回取り込んでも、同じ人が2人になることはありません。",
  },
  done: {
    title: "取り込みました",
    counts: { added: "加わった人", changed: "変わった人", unchanged: "変わらなかった人" },
    differs:
      "確かめたときと数がちがいます。そのあいだに名簿が変わっていたためです。ファイルにある人は、みなファイルのとおりになっています。",
    newcomers: "加わった人は、ログインカードを受け取ると使い始められます。",
    cards: "ログインカードを作る",
    book: "アドレス帳を見る",
  },
  how: {
    title: "ファイルの作り方",
    rows: "1行目に見出し、2行目から職員を1人1行で入れます。列の順番は自由です。ほかの見出しの列は読みません。",
    who: "同じ人かどうかは、IDで決めます。IDがないときは、氏名とフリガナと入職日で決めます。",
    missing:
      "列がないものは、いまのまま変わりません。列があって空なら、空にします（IDと入職日は、空でもいまのままです）。",
    stays: "ファイルにない人が消えることはありません。",
    columns: "読み取れる列",
    birthYear: "生年(西暦)",
    number: "職員番号",
    hints: {
      name: "かならず要ります。",
      kana: "かならず要ります。ひらがなや半角カナでも読み取ります。",
      login: "新しい人は、空なら決まった形で作ります。",
      number: "IDを職員番号から作る決まりのときに使い、残しません。",
      posts: "ほかの所属での仕事です。「総務係／主任、貸付係」のように入れます。",
      site: "所属とちがう場所で働く人だけに入れます。新しい拠点は、拠点の一覧に加わります。",
      employment: "正職員・特定業務職員・臨時職員のどれかです。",
      telephone: "仕事で使う電話です。",
      birthYear: "IDを作るときだけに使い、残しません。",
      hiredOn: "2026/4/1や令和8年4月1日のように入れます。",
    },
  },
  out: {
    title: "いまの名簿を書き出す",
    hint: "書き出したファイルは、直してそのまま取り込めます。直さずに取り込めば、何も変わりません。",
    excel:
      "Excelで直すときは、Excel（.xlsx）をお使いください。CSVをExcelで開くと、番号の先頭の0が消えることがあります。",
    personal:
      "職員の個人情報が入っています。ほかの人に見えない場所に置き、要らなくなったら消してください。",
    format: { xlsx: "Excel（.xlsx）で書き出す", csv: "CSVで書き出す" },
    busy: "書き出しています…",
    done: (file: string) => `「${file}」を書き出しました。`,
    file: (day: string, format: string) => `名簿_${day}.${format}`,
  },
  leaving: {
    planned: (file: string) =>
      `「${file}」は、まだ取り込んでいません。離れても、名簿はいまのままです。取り込むときは、もう一度ファイルを選んでください。`,
  },
  standing: sheetStanding,
};
