import { access } from "./access.ts";
import { app } from "./app.ts";
import { cards } from "./cards.ts";
import { common, problem } from "./common.ts";
import { danger } from "./danger.ts";
import { date } from "./date.ts";
import { figures } from "./figures.ts";
import { hours } from "./hours.ts";
import { later } from "./later.ts";
import { leave } from "./leave.ts";
import { notify } from "./notify.ts";
import { policy } from "./policy.ts";
import { quiz } from "./quiz.ts";
import { reports } from "./reports.ts";
import { talk } from "./talk.ts";
import { urgent } from "./urgent.ts";
import { welcome } from "./welcome.ts";

export const ja = {
  access,
  app,
  cards,
  common,
  danger,
  date,
  figures,
  hours,
  later,
  leave,
  notify,
  policy,
  problem,
  quiz,
  reports,
  talk,
  urgent,
  welcome,
};

export type Catalogue = typeof ja;
