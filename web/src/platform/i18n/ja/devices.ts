/** What the pages about devices are called; the rest stands in devices_page.ts and networks_page.ts. */
export const devices = {
  mine: "端末",
  admin: "端末と紛失",
  networks: "回線と端末の決まり",
};
