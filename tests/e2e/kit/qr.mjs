/** Reads a QR code off the screen, as a phone does: from a picture of it. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const web = createRequire(new URL("../../../web/package.json", import.meta.url));
const { default: decode } = await import(pathToFileURL(web.resolve("qr/decode.js")));

/** The text of the code that `place` shows. */
export async function readQr(place) {
  const png = (await place.screenshot()).toString("base64");
  // Chromium on Linux has no BarcodeDetector, but it knows PNG.
  const { width, height, dark } = await place.page().evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = picture;
    const canvas = new OffscreenCanvas(width, height).getContext("2d");
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, width, height);
    const dark = Array.from({ length: width * height }, (_, i) => Number(data[4 * i] < 128));
    return { width, height, dark: dark.join("") };
  }, png);
  const data = Uint8ClampedArray.from(
    [...dark].flatMap((is) => (is === "1" ? [0, 0, 0, 255] : [255, 255, 255, 255])),
  );
  return decode({ width, height, data });
}
