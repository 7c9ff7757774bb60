import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const program =
  process.env.HORENSO_PROGRAM ??
  fileURLToPath(new URL("../../../build/release/horenso", import.meta.url));

/** A test that is broken off leaves no server behind. */
const alive = new Set();
process.on("exit", () => alive.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/** The program, on a data folder of its own: with the sample office, or empty but for `admin@minato`. */
export class Server {
  #folder;
  #child;
  #port = 0;
  #complaints = "";

  #host;
  #options;

  /** `host`: where it listens; what isn't loopback has TLS. `options`: of `horenso serve`. */
  static async open({ host = "127.0.0.1", options = [], sample = true } = {}) {
    const server = new Server();
    server.#host = host;
    server.#options = sample ? ["--sample", ...options] : options;
    server.#folder = await mkdtemp(join(tmpdir(), "horenso-e2e-"));
    await server.start();
    return server;
  }

  get url() {
    return this.ready.url;
  }

  /** Until it says that it is ready. The port stays the same over restarts. */
  async start() {
    const listen = ["--listen", `${this.#host}:${this.#port}`];
    const child = spawn(program, this.#words("serve", ...listen, ...this.#options), {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, HORENSO_ORGANISATION_SLUG: "minato" },
    });
    this.#child = child;
    alive.add(child);
    child.once("exit", () => alive.delete(child));
    child.stderr.setEncoding("utf8").on("data", (text) => (this.#complaints += text));
    for await (const line of createInterface({ input: child.stdout })) {
      /** What it said of itself. */
      this.ready = JSON.parse(line);
      this.#port = Number(new URL(this.url).port);
      return;
    }
    throw new Error(`the server ended before it was ready: ${this.#complaints}`);
  }

  /** Asks it to end. */
  stop() {
    return this.#end("SIGTERM");
  }

  /** As a power cut would: nothing is finished, nothing is closed. */
  kill() {
    return this.#end("SIGKILL");
  }

  async close() {
    if (alive.has(this.#child)) await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** A one-time sign-in card: login, name, code and url. */
  async card(login) {
    const { stdout } = await run(program, this.#words("card", `${login}@minato`));
    return JSON.parse(stdout);
  }

  /** `horenso import people FILE`, with a file of these bytes; answers what was counted. */
  async importPeople(bytes) {
    const file = join(this.#folder, "staff.csv");
    await writeFile(file, bytes);
    const { stdout } = await run(program, this.#words("import", "people", file));
    return JSON.parse(stdout);
  }

  /** Lets all sessions be this many minutes older: when they were begun, or when they were used. */
  makeOlder(column, minutes) {
    return this.#change(`UPDATE access_session SET ${column} = ${column} - ${minutes * 60_000}`);
  }

  /** All passwords were set so many days before. */
  makePasswordsOlder(days) {
    const ms = days * 24 * 60 * 60_000;
    return this.#change(`UPDATE access_password SET changed_at = changed_at - ${ms}`);
  }

  /** Everybody accepted the guideline so many days before they did. */
  makeAcceptancesOlder(days) {
    const ms = days * 24 * 60 * 60_000;
    return this.#change(`UPDATE policy_acceptance SET accepted_at = accepted_at - ${ms}`);
  }

  /** The time has come for every message that is to be sent later. */
  makeDue() {
    const now = Date.now();
    return this.#change(
      `UPDATE talk_later SET due_at = ${now}`,
      `UPDATE job SET due_at = ${now} WHERE kind = 'talk.send_later'`,
    );
  }

  /** The last day of everybody whose retirement is planned was yesterday. */
  letRetire() {
    const now = Date.now();
    const [day, office] = [24 * 60 * 60_000, 9 * 60 * 60_000];
    const yesterday = new Date(now + office - day).toISOString().slice(0, 10);
    return this.#change(
      `UPDATE directory_change SET day = '${yesterday}' WHERE kind = 'retirement'`,
      `UPDATE job SET due_at = ${now} WHERE kind = 'directory.changes'`,
    );
  }

  /** While it is stopped. */
  async #change(...statements) {
    await this.stop();
    const script =
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); [c.execute(s) for s in sys.argv[2:]]; c.commit()";
    await run("python3", ["-c", script, join(this.#folder, "data", "horenso.db"), ...statements]);
    await this.start();
  }

  #words(...words) {
    return [...words, "--data", join(this.#folder, "data")];
  }

  async #end(signal) {
    const ended = once(this.#child, "exit");
    this.#child.kill(signal);
    await ended;
  }
}
