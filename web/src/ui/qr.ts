import encode from "qr";

/** Light modules around it, without which it isn't found. */
const quiet_zone = 4;

export interface QrDrawing {
  /** Modules along each side, with the quiet zone. */
  size: number;
  /** The dark modules as the `d` of an SVG path: a box for each run in a row. */
  path: string;
}

export function drawQr(text: string): QrDrawing {
  const rows = encode(text, "raw", { ecc: "medium", border: quiet_zone });
  return { size: rows.length, path: rows.map(runsOf).join("") };
}

function runsOf(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x += 1) {
    const from = x;
    while (row[x]) x += 1;
    if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
  }
  return path;
}
