/** The square that somebody cuts out of a picture, in the picture's own pixels. */
export interface Crop {
  width: number;
  height: number;
  /** 1: as much as there is. */
  zoom: number;
  /** Its middle. */
  x: number;
  y: number;
}

export const most_zoom = 4;

export const wholeOf = (width: number, height: number): Crop => ({
  width,
  height,
  zoom: 1,
  x: width / 2,
  y: height / 2,
});

export const sideOf = ({ width, height, zoom }: Crop): number => Math.min(width, height) / zoom;

const clamped = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), most);

/** Nothing outside of the picture is ever in it. */
function within(crop: Crop): Crop {
  const half = sideOf(crop) / 2;
  return {
    ...crop,
    x: clamped(crop.x, half, crop.width - half),
    y: clamped(crop.y, half, crop.height - half),
  };
}

/** By so many of its sides: half a side to the right is `moved(crop, 0.5, 0)`. */
export function moved(crop: Crop, right: number, down: number): Crop {
  const side = sideOf(crop);
  return within({ ...crop, x: crop.x + right * side, y: crop.y + down * side });
}

/** Its middle stays, as far as it can. */
export const zoomed = (crop: Crop, zoom: number): Crop =>
  within({ ...crop, zoom: clamped(zoom, 1, most_zoom) });

/** As a canvas takes it. */
export function squareOf(crop: Crop): { left: number; top: number; side: number } {
  const side = sideOf(crop);
  return { left: crop.x - side / 2, top: crop.y - side / 2, side };
}
