import { access } from "./access.ts";
import { app } from "./app.ts";
import { cards } from "./cards.ts";
import { common, problem } from "./common.ts";
import { danger } from "./danger.ts";
import { date } from "./date.ts";
import { devices } from "./devices.ts";
import { figures } from "./figures.ts";
import { hours } from "./hours.ts";
import { later } from "./later.ts";
import { leave } from "./leave.ts";
import { notify } from "./notify.ts";
import { organisation } from "./organisation.ts";
import { policy } from "./policy.ts";
import { quiz } from "./quiz.ts";
import { reports } from "./reports.ts";
import { reviews } from "./reviews.ts";
import { roles } from "./roles.ts";
import { staffChanges } from "./staff_changes.ts";
import { staffImport } from "./staff_import.ts";
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
  devices,
  figures,
  hours,
  later,
  leave,
  notify,
  organisation,
  policy,
  problem,
  quiz,
  reports,
  reviews,
  roles,
  staffChanges,
  staffImport,
  talk,
  urgent,
  welcome,
};

export type Catalogue = typeof ja;
