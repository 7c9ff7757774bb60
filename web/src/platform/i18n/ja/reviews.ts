/** What leads to the reviews; the rest stands in reviews_page.ts. */
export const reviews = {
  title: "異動後の見直し",
  count: (n: number) => `異動後の見直し ${n}件`,
  overdue: (n: number) => `期限を過ぎたもの ${n}件`,
};
