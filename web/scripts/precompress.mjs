// Writes FILE.br and FILE.gz beside every file of dist/ that gets smaller by it.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const compressible = /\.(html|js|css|svg|json|webmanifest|txt)$/;

const brotli = (data) =>
  brotliCompressSync(data, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  });

for (const name of readdirSync(dist, { recursive: true })) {
  const path = join(dist, name);
  if (!compressible.test(name) || !statSync(path).isFile()) continue;
  const data = readFileSync(path);
  for (const [suffix, packed] of [
    [".br", brotli(data)],
    [".gz", gzipSync(data, { level: 9 })],
  ]) {
    if (packed.length < data.length) writeFileSync(path + suffix, packed);
  }
}
