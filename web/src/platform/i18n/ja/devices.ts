/** What the pages about devices are called; the rest stands in devices_page.ts, networks_page.ts and display_page.ts. */
export const devices = {
  mine: "端末",
  admin: "端末と紛失",
  networks: "回線と端末の決まり",
  displays: "壁掛け表示",
  signInRules: "ログインの決まり",
};
