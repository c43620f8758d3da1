const two = (count: number) => String(count).padStart(2, '0');

/** Seconds since an opening as a clock counts them: 0:45, 12:30, 3:05:00. */
export function clockWords(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
