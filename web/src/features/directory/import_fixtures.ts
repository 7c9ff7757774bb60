import type { Newcomer } from "../../platform/wire.ts";

export const newcomer = (said: Partial<Newcomer> = {}): Newcomer => ({
  login: "h.yamada@minato",
  name: "h.yamada",
  kana: "",
  department: "",
  position: "",
  posts: "",
  site: "",
  employment: "",
  extension: "",
  telephone: "",
  duties: "",
  hired_on: "",
  ...said,
});
