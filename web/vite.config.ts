import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

declare const process: { env: Record<string, string | undefined> };

/** The server a developer runs beside `npm run dev`. */
const server = process.env["HORENSO_URL"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [
    svelte({
      onwarn(warning) {
        // An accessibility mistake stops the build like a type error does.
        throw new Error(`${warning.filename}: ${warning.code}: ${warning.message}`);
      },
    }),
  ],
  build: {
    target: "es2022",
    // The Content-Security-Policy allows no data: scripts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: "127.0.0.1",
    fs: { allow: [".", "../server/platform/text"] }, // what both sides read
    proxy: { "/api": { target: server, ws: true, headers: { origin: server } } },
  },
  // No test leaves anything in a module: a process for each file would take ten times as long.
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
    css: true,
    pool: "threads",
    isolate: false,
  },
});
