import createClient from "openapi-fetch";
import { words } from "./i18n/index.ts";
import type { paths } from "./schema.d.ts";
import type { Problem } from "./wire.ts";

/** A reply that takes longer than this is treated like a lost line. */
const patience_ms = 20_000;

export type Answer<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/** Typed calls to the server; use them through `ask`. */
export const api = createClient<paths>({
  fetch: (request) => fetch(request, { signal: AbortSignal.timeout(patience_ms) }),
});

/**
 * Waits for a call and never throws: a lost line or a reply that isn't ours becomes a Problem too
 * (status 0: nobody knows whether the server got it).
 */
export async function ask<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<Answer<T>> {
  try {
    const { data, error, response } = await call;
    if (response.ok) return { ok: true, data: data as T };
    return { ok: false, problem: isProblem(error) ? error : unreadable(response.status) };
  } catch {
    return { ok: false, problem: unreachable() };
  }
}

/** Why it wasn't done; nothing if it was. */
export const problemOf = (answer: Answer<unknown>): Problem | undefined =>
  answer.ok ? undefined : answer.problem;

/** May the same request succeed later, unchanged? */
export function passes(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 429 || problem.status >= 500;
}

/** Was it refused for who asks or from where, and not for what is asked? */
export function isOfSession({ status, code }: Problem): boolean {
  return status === 401 || (status === 403 && code.startsWith("access."));
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "title" in value;
}

function unreachable(): Problem {
  return { status: 0, code: "client.unreachable", request_id: "", ...words().problem.unreachable };
}

function unreadable(status: number): Problem {
  return { status, code: "client.unreadable", request_id: "", ...words().problem.unreadable };
}
