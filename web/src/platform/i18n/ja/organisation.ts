/** What leads to the departments; the rest stands in organisation_page.ts. */
export const organisation = {
  title: "組織",
  hint: "所属の名前・順番・上下の関係と、所属の長を決めます。この欄は、管理者と、この仕事を任された人だけに見えます。",
  open: "組織を変える",
  sites: { title: "拠点", open: "拠点を見る・変える" },
};
