import type { Clause, Id, Instant, PersonHours } from "../../platform/wire.ts";

/** Larger rooms say nothing of their people's hours: somebody is always away. */
export const most_people = 50;

/** Who of those that would read it can't be rung now (clause B3). */
export type Outside =
  | { kind: "nobody" }
  | { kind: "one"; person: Id; opens: Instant | undefined }
  | { kind: "some"; outside: number; all: number };

export function outsideOf(people: readonly PersonHours[]): Outside {
  const outside = people.filter((one) => !one.open);
  const [first, ...more] = outside;
  if (!first) return { kind: "nobody" };
  if (more.length > 0) return { kind: "some", outside: outside.length, all: people.length };
  const { person, operating } = first;
  return { kind: "one", person, opens: operating?.opens };
}

/** When somebody of them opens or closes next. */
export function nextChange(people: readonly PersonHours[]): Instant | undefined {
  const changes = people.flatMap(({ open, operating }) =>
    operating ? [open ? operating.closes : operating.opens] : [],
  );
  return changes.length > 0 ? Math.min(...changes) : undefined;
}

/** The organisation holds notices back, and whoever writes is told so. */
export function isSaid(clauses: readonly Clause[]): boolean {
  const of = clauses.find(({ id }) => id === "B3");
  const mode = (name: string) => of?.measures.find((one) => one.name === name)?.mode;
  return mode("main") === "on" && mode("note") !== undefined && mode("note") !== "off";
}
