/** What leads to the planned changes of staff; the rest stands in staff_changes_page.ts. */
export const staffChanges = {
  title: "人事の予定",
  hint: "これからの異動と退職の予定と、退職した人の情報を削除した証明を見るページです。この欄は、管理者と、この仕事を任された人だけに見えます。",
  open: "人事の予定を見る",
};
