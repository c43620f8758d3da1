/** Distances on earth, without any map service. Safe in the browser. */
export type Place = { latitude: number; longitude: number };

/** The mean radius of the earth in kilometres (IUGG). */
const radius = 6_371.0088;

/**
 * How far two places are apart along the earth's surface, in kilometres, taking it for a sphere: the haversine formula (R. W. Sinnott, "Virtues of the
 * Haversine", Sky and Telescope 68, 1984, page 159), which stays exact for places that are near. Off by half a percent at most.
 */
export function distanceKm(a: Place, b: Place): number {
  const [north, east] = [inRadians(b.latitude - a.latitude), inRadians(b.longitude - a.longitude)];
  const half =
    Math.sin(north / 2) ** 2 +
    Math.cos(inRadians(a.latitude)) * Math.cos(inRadians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(half)));
}

/**
 * A place as people type or paste it: `31.23, 121.47`, also with degree signs and letters for the directions (`31.23°N 121.47°E`), north before east;
 * null for what is none.
 */
export function readPlace(typed: string): Place | null {
  const found =
    /^\s*([-+]?\d{1,3}(?:\.\d+)?)\s*°?\s*([NS])?[\s,;，；]+([-+]?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW])?\s*$/i.exec(
      typed.normalize('NFKC').replaceAll('\u2212', '-'),
    );
  if (!found) return null;
  const [, first, north, second, east] = found;
  const [latitude, longitude] = [degreesOf(Number(first), north), degreesOf(Number(second), east)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

// A minus may stand beside the letter that says the same, and not beside one that says otherwise.
function degreesOf(count: number, letter: string | undefined): number {
  if (letter === undefined) return count;
  const isNegative = /[SW]/i.test(letter);
  return count < 0 && !isNegative ? Number.NaN : isNegative ? -Math.abs(count) : count;
}

const inRadians = (degrees: number): number => (degrees * Math.PI) / 180;
