type Size = { width: number; height: number };

/** The longest side that WebP can have. */
const LONGEST = 16_383;
const LONG_SHAPE = 2;
const LONG_AREA = 4;
const MOVING = { side: 1_000, pixels: 25_000_000 };

/**
 * The size at which a picture is kept: the longer side at most `max`. A long screenshot or a panorama (more than twice
 * as long as wide) may keep its shorter side up to `max` instead, within four times the area, so that it stays legible.
 */
export function fitStill({ width, height }: Size, max: number): Size {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const inside = max / long;
  if (long <= short * LONG_SHAPE) return scaled({ width, height }, inside);
  const legible = Math.min(max / short, LONGEST / long, Math.sqrt((LONG_AREA * max * max) / (short * long)));
  return scaled({ width, height }, Math.max(inside, legible));
}

/** The size of an animation of so many frames: every frame is made anew, so all of them together are bounded. */
export function fitMoving({ width, height }: Size, frames: number, max: number): Size {
  const side = Math.min(max, MOVING.side) / Math.max(width, height);
  return scaled({ width, height }, Math.min(side, Math.sqrt(MOVING.pixels / (width * height * frames))));
}

// Down, never up: what is rounded up could pass a bound.
function scaled({ width, height }: Size, scale: number): Size {
  if (scale >= 1) return { width, height };
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}
