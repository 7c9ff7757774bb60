import { directoryWords } from "../../platform/i18n/directory.ts";
import { clean } from "../../platform/text/clean.ts";
import { addDays } from "../../platform/time/jst.ts";
import type { Id, Person, PlannedChange, PlannedField, Post } from "../../platform/wire.ts";

/** What a transfer may change. */
export const work_fields = [
  "department",
  "position",
  "posts",
  "site",
  "employment",
  "extension",
  "telephone",
  "duties",
] as const satisfies readonly PlannedField["field"][];
export type WorkField = (typeof work_fields)[number];

/** Where and as what somebody works. */
export type Work = Pick<Person, Exclude<WorkField, "site">> & { site: string };
/** As the server says it: without a site of their own, where the department is. */
export type Worker = Omit<Work, "site"> & { site?: string };

/** A transfer as it is being written. */
export interface Begun {
  day: string;
  /** As it was when it was begun. */
  was: Work;
  work: Work;
}

const workOf = (person: Worker): Work => ({
  department: person.department,
  position: person.position,
  posts: person.posts.map((post) => ({ ...post })),
  employment: person.employment,
  extension: person.extension,
  telephone: person.telephone,
  duties: person.duties,
  site: person.site ?? "",
});

export const begin = (person: Worker, day: string): Begun => ({
  day,
  was: workOf(person),
  work: workOf(person),
});

const typed = (text: string): string => clean(text).trim();

/** As it would be sent: rows of posts that were left empty are none. */
function tidy(work: Work): Work {
  const posts = work.posts.map(({ department, position }) => ({
    department: typed(department),
    position: typed(position),
  }));
  return {
    department: work.department,
    position: typed(work.position),
    posts: posts.filter(({ department, position }) => department !== "" || position !== ""),
    employment: work.employment,
    extension: typed(work.extension),
    telephone: typed(work.telephone),
    duties: typed(work.duties),
    site: work.site,
  };
}

const said = (work: Work, field: WorkField): string =>
  field === "posts" ? postsSaid(work.posts) : work[field];

/** "総務係／主任、貸付係" */
export function postsSaid(posts: readonly Post[]): string {
  const { post, between } = directoryWords();
  return posts.map(({ department, position }) => post(department, position)).join(between);
}

/** What differs from before, in the order of the fields. */
export function differences({ was, work }: Begun): PlannedField[] {
  const after = tidy(work);
  return work_fields
    .map((field) => ({ field, before: said(was, field), after: said(after, field) }))
    .filter(({ before, after }) => before !== after);
}

/** What is sent: only what differs. */
export function changed(begun: Begun): Partial<Work> {
  const after = tidy(begun.work);
  const sent: Partial<Work> = {};
  for (const { field } of differences(begun)) Object.assign(sent, { [field]: after[field] });
  return sent;
}

/** Begun earlier and gone on with now: what wasn't touched is as it has become meanwhile. */
export function goOn(begun: Begun, person: Worker): Begun {
  return {
    day: begun.day,
    was: workOf(person),
    work: workOf({ ...person, ...changed(begun) }),
  };
}

/** What is wrong with it: no day; the row of a post that says no department; nothing that changes. */
export type Wrong = "day" | "post" | "nothing";

export function wrongWith(begun: Begun): Wrong | undefined {
  if (begun.day === "") return "day";
  if (begun.work.posts.some(lacksDepartment)) return "post";
  return differences(begun).length === 0 ? "nothing" : undefined;
}

export const lacksDepartment = ({ department, position }: Post): boolean =>
  department === "" && typed(position) !== "";

/** Most people move on 1 April; who plans between January and March means that, others the next month. */
export function usualDay(today: string): string {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  if (month < 4) return `${today.slice(0, 4)}-04-01`;
  if (month === 12) return `${year + 1}-01-01`;
  return `${today.slice(0, 4)}-${String(month + 1).padStart(2, "0")}-01`;
}

/** Who retires goes the day before others move. */
export const usualLastDay = (today: string): string => addDays(usualDay(today), -1);

export const dayAfter = (day: string): string => addDays(day, 1);

export const plannedFor = (planned: readonly PlannedChange[], person: Id): PlannedChange[] =>
  planned.filter((change) => change.person === person);

/** There is one at most. */
export const retirementOf = (
  planned: readonly PlannedChange[],
  person: Id,
): PlannedChange | undefined =>
  planned.find((change) => change.person === person && change.kind === "retirement");

export interface PlannedDay {
  day: string;
  changes: readonly PlannedChange[];
}

/** They come in the order of their days. */
export function byDay(planned: readonly PlannedChange[]): PlannedDay[] {
  const days = new Map<string, PlannedChange[]>();
  for (const change of planned) {
    const known = days.get(change.day);
    if (known) known.push(change);
    else days.set(change.day, [change]);
  }
  return [...days].map(([day, changes]) => ({ day, changes }));
}
