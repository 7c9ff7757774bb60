/** What leads to the sign-in cards; the rest stands in cards_page.ts. */
export const cards = {
  title: "ログインカード",
  hint: "職員が最初にログインするときや、パスワードを忘れたときに渡すカードです。この欄は、管理者と、この仕事を任された人だけに見えます。",
  open: "ログインカードを作る",
};
