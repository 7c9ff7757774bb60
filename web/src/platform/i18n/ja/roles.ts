/** What leads to the roles; the rest stands in roles_page.ts. */
export const roles = {
  title: "役割",
  hint: "だれが管理者・副管理者で、だれに何を任せているかを見て、変えるページです。この欄は、管理者と副管理者だけに見えます。",
  open: "役割を見る",
};
