import { access } from "./access.ts";
import { app } from "./app.ts";
import { common, problem } from "./common.ts";
import { danger } from "./danger.ts";
import { date } from "./date.ts";
import { hours } from "./hours.ts";
import { later } from "./later.ts";
import { leave } from "./leave.ts";
import { notify } from "./notify.ts";
import { policy } from "./policy.ts";
import { reports } from "./reports.ts";
import { talk } from "./talk.ts";
import { urgent } from "./urgent.ts";

export const ja = {
  access,
  app,
  common,
  danger,
  date,
  hours,
  later,
  leave,
  notify,
  policy,
  problem,
  reports,
  talk,
  urgent,
};

export type Catalogue = typeof ja;
