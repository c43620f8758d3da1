const two = (count: number) => String(count).padStart(2, '0');
const time = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** The hours of a day as a field or a table shows them. */
export const typedHours = (windows: readonly (readonly [from: number, until: number])[]): string =>
  windows.map(([from, until]) => `${time(from)}–${time(until)}`).join(', ');
