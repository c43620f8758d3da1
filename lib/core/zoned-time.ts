import { day } from './time';

/** What a local date and time means in a zone: a clock that is put forward skips some, and one that is put back shows some twice. */
export type LocalMoment = { kind: 'once' | 'skipped'; at: Date } | { kind: 'twice'; at: Date; later: Date };

const localShape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/;

/** Reads what a `datetime-local` field sends as a moment in a zone; what the clock skips is moved on by as much. Null for what is no date and time. */
export function readLocal(local: string, zone: string): LocalMoment | null {
  const wall = wallOf(local);
  if (wall === null || !isZone(zone)) return null;
  const [before, behind] = [wall - offsetAt(zone, wall - day), wall - offsetAt(zone, wall + day)];
  const fits = [...new Set([before, behind])]
    .filter((at) => at + offsetAt(zone, at) === wall)
    .toSorted((a, b) => a - b);
  if (fits[0] === undefined) return { kind: 'skipped', at: new Date(before) };
  return fits[1] === undefined
    ? { kind: 'once', at: new Date(fits[0]) }
    : { kind: 'twice', at: new Date(fits[0]), later: new Date(fits[1]) };
}

/** A moment as a `datetime-local` field shows it in a zone. */
export function localIn(zone: string, at: Date): string {
  return new Date(at.getTime() + offsetAt(zone, at.getTime())).toISOString().slice(0, 16);
}

/** The day of the calendar that a zone has at a moment, `YYYY-MM-DD`. */
export const dayInZone = (zone: string, at: Date): string => localIn(zone, at).slice(0, 10);

/** Whether a name is that of a time zone. */
export function isZone(name: string): boolean {
  try {
    return name !== '' && Boolean(clockOf(name));
  } catch {
    return false;
  }
}

function wallOf(local: string): number | null {
  const [, year, month, date, hours, minutes, seconds = '0'] = localShape.exec(local) ?? [];
  if (year === undefined) return null;
  const wall = new Date(0);
  wall.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  wall.setUTCHours(Number(hours), Number(minutes), Number(seconds));
  return wall.toISOString().startsWith(local.slice(0, 16)) ? wall.getTime() : null;
}

// Making one takes longer than all that is reckoned with it, and most ask for one zone again and again.
let clock: { zone: string; format: Intl.DateTimeFormat } | undefined;

function clockOf(zone: string): Intl.DateTimeFormat {
  if (clock?.zone !== zone)
    clock = { zone, format: new Intl.DateTimeFormat('en-US', { ...wallParts, timeZone: zone }) };
  return clock.format;
}

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  const parts = clockOf(zone).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const wall = new Date(0);
  wall.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  wall.setUTCHours(part('hour'), part('minute'), part('second'));
  return wall.getTime() - Math.floor(at / 1000) * 1000;
}

const wallParts = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;
