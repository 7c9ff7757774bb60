/** What leads to the staff sheets; the rest stands in staff_import_page.ts. */
export const staffImport = {
  title: "名簿の取り込み",
  hint: "職員の名簿を、ExcelやCSVのファイルからまとめて取り込みます。いまの名簿の書き出しもできます。この欄は、管理者と、この仕事を任された人だけに見えます。",
  open: "名簿を取り込む・書き出す",
};
