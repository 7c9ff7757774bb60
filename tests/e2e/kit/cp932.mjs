/** Bytes as Excel in Japan writes them. Node reads CP932 and doesn't write it, so the table is read. */
const table = new Map();
const reader = new TextDecoder("shift_jis", { fatal: true });

function learn(...bytes) {
  try {
    const character = reader.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
  } catch {
    // No character has these bytes.
  }
}

for (let byte = 0; byte < 256; ++byte) learn(byte);
for (const lead of [...range(0x81, 0x9f), ...range(0xe0, 0xfc)]) {
  for (let trail = 0x40; trail <= 0xfc; ++trail) learn(lead, trail);
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

export function cp932(text) {
  const bytes = [...text].flatMap((character) => {
    const found = table.get(character);
    if (!found) throw new Error(`CP932 has no ${character}`);
    return found;
  });
  return Buffer.from(bytes);
}
