/** Photos beside names: picking one, and what the directory says of it. */
import { call, goTo } from "./screens.mjs";

/** A picture with something else in each corner, as a file that somebody picks. */
export async function drawnPicture(page, width, height) {
  const base64 = await page.evaluate(
    ([width, height]) => {
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width, height });
      const brush = canvas.getContext("2d");
      for (let x = 0; x < 6; x++) {
        for (let y = 0; y < 4; y++) {
          brush.fillStyle = `hsl(${(x * 4 + y) * 15} 60% 55%)`;
          brush.fillRect((x * width) / 6, (y * height) / 4, width / 6, height / 4);
        }
      }
      return canvas.toDataURL("image/png").split(",")[1];
    },
    [width, height],
  );
  return { name: "旅行.png", mimeType: "image/png", buffer: Buffer.from(base64, "base64") };
}

export async function pickPhoto(page, file) {
  await page.locator(".directory-photo input[type=file]").setInputFiles(file);
  await page.getByRole("dialog").waitFor();
}

/** Which one somebody has. */
export async function photoOf(page, name) {
  const { people } = await call(page, "GET", "directory/people");
  return people.find((one) => one.name === name)?.photo;
}

/** Choosing a photo; none is left. */
export async function photoScreens(page, server, look) {
  await goTo(page, `${server.url}/settings`);
  const part = page.locator(".directory-photo");
  await part.getByRole("button", { name: /写真を(選ぶ|変える)/ }).waitFor();
  await pickPhoto(page, await drawnPicture(page, 900, 600));
  await look("photo-crop");
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "この写真にする" }).click();
  await sheet.waitFor({ state: "detached" });
  await part.getByRole("button", { name: "写真を外す" }).waitFor();
  await look("photo-set");
  await pickPhoto(page, { name: "IMG_1234.HEIC", mimeType: "", buffer: Buffer.from("ftyp") });
  await sheet.getByRole("button", { name: "この写真にする" }).click();
  await sheet.locator(".ui-problem").waitFor();
  await look("photo-refused");
  await sheet.getByRole("button", { name: "やめる" }).click();
  await part.getByRole("button", { name: "写真を外す" }).click();
  await part.locator(".ui-undo").waitFor();
  await look("photo-removed");
}
