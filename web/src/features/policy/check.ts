import { api, ask, type Answer } from "../../platform/api.ts";
import { createStore } from "../../platform/store.ts";
import type { Timer } from "../../platform/timer.ts";
import type { Checked, DraftKind, Finding, Id } from "../../platform/wire.ts";
import {
  hintFor,
  isSaidElsewhere,
  verdictOn,
  worthAsking,
  type Looked,
  type Verdict,
} from "./hints.ts";
import type { Unwanted } from "./unwanted.ts";

/** A pause in typing. */
export const pause_ms = 500;

/** So many texts of one draft are remembered, so that none of them is asked about twice. */
const most_answers = 50;

/** What the guideline says of a message of that room. */
const askAbout = (room: Id, text: string, kind: DraftKind): Promise<Answer<Checked>> =>
  ask(api.POST("/api/v1/policy/check", { body: { kind, text, place: `room:${room}` } }));

const askAboutName = (text: string): Promise<Answer<Checked>> =>
  ask(api.POST("/api/v1/policy/check", { body: { kind: "group_name", text } }));

interface Needs {
  ask: (text: string) => Promise<Answer<Checked>>;
  timer: Timer;
  /** Does the line to the server stand? */
  online: () => boolean;
  unwanted: Unwanted;
  /** Fewer characters are nothing to ask about; by default those of a message. */
  least?: number;
}

/**
 * Looks at one draft while it is written. One question at a time, at a pause, never during a
 * conversion and never twice for the same text; whatever goes wrong is passed over in silence,
 * because the server looks again when the text is sent.
 */
export function createCheck(needs: Needs) {
  const hint = createStore<Finding | undefined>(undefined);
  const answers = new Map<string, Checked>();
  /** Clauses whose hint was put away for this draft. */
  const away = new Set<string>();
  let text = "";
  let looked: Looked | undefined;
  let converting = false;
  let asking = false;
  /** Typing paused while another question was on its way. */
  let due = false;
  let callOff = () => {};

  const hidden = (finding: Finding) =>
    away.has(finding.clause) ||
    isSaidElsewhere(finding) ||
    (finding.mode === "hint" && needs.unwanted.has(finding.clause));

  function show(): void {
    hint.set(() => hintFor(looked, text, hidden, needs.least));
  }

  function rest(): void {
    callOff();
    due = false;
  }

  function forget(): void {
    answers.clear();
    away.clear();
    looked = undefined;
  }

  function learn(about: string, checked: Checked): void {
    const oldest = answers.keys().next().value;
    if (answers.size >= most_answers && oldest !== undefined) answers.delete(oldest);
    answers.set(about, checked);
  }

  async function look(): Promise<void> {
    if (!needs.online()) return;
    if (asking) {
      due = true;
      return;
    }
    asking = true;
    const about = text;
    const answer = await needs.ask(about);
    asking = false;
    if (answer.ok) learn(about, answer.data);
    if (answer.ok && about === text && !converting) {
      looked = { text, checked: answer.data };
      show();
    }
    if (due) {
      due = false;
      if (!answers.has(text)) void look();
    }
  }

  return {
    /** What is to be shown beside the text. */
    hint,
    /** The text is now this, and no conversion is open. */
    typed(next: string): void {
      rest();
      converting = false;
      text = next.trim() === "" ? "" : next;
      if (text === "") forget();
      const checked = answers.get(text);
      if (checked) looked = { text, checked };
      show();
      if (checked || !worthAsking(text, needs.least)) return;
      callOff = needs.timer.after(pause_ms, () => void look());
    },
    /** A conversion is open: nothing is asked and nothing appears until `typed`. */
    converting(): void {
      rest();
      converting = true;
    },
    /** Nobody writes any more. */
    rest,
    verdict: (about: string): Verdict => verdictOn(answers.get(about)),
    /** This hint is put away until the draft is gone. */
    putAway(clause: string): void {
      away.add(clause);
      show();
    },
    /** Hints of this clause are put away for good. */
    silence(clause: string): void {
      needs.unwanted.add(clause);
      show();
    },
    /** A hint that was put away is needed after all. */
    takeOut(clause: string): void {
      away.delete(clause);
      show();
    },
    /** Hints of this clause are wanted again. */
    unsilence(clause: string): void {
      needs.unwanted.remove(clause);
      show();
    },
  };
}

export type DraftCheck = ReturnType<typeof createCheck>;

/** A check for each room's draft, of whoever is signed in. */
export function createChecks(needs: Omit<Needs, "ask">) {
  const checks = new Map<Id, DraftCheck>();
  return {
    /** What is to happen to this text, whatever was known of it before. */
    async now(room: Id, text: string, kind: DraftKind): Promise<Answer<Verdict>> {
      const answer = await askAbout(room, text, kind);
      return answer.ok ? { ok: true, data: verdictOn(answer.data) } : answer;
    },
    of(room: Id): DraftCheck {
      const known = checks.get(room);
      if (known) return known;
      const made = createCheck({ ...needs, ask: (text) => askAbout(room, text, "message") });
      checks.set(room, made);
      return made;
    },
    /** Of a name that a group is to have. */
    ofName: (): DraftCheck => createCheck({ ...needs, ask: askAboutName, least: 1 }),
    reset(): void {
      for (const check of checks.values()) check.rest();
      checks.clear();
    },
  };
}
