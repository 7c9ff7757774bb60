/** What leads to the figures; the rest stands in figures_page.ts. */
export const figures = {
  title: "月ごとの数字",
  open: "月ごとの数字を見る",
};
