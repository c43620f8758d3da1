/** What is done again and again: it finds its rows by time and may run in several processes at once. */
export type Schedule = { name: string; everyMs: number; run: (now: Date) => Promise<unknown> };
