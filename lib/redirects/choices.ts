/** The tag of redirects, by which every process forgets what it has looked up. */
export const redirectsTag = 'redirects';

/** How many redirects there may be, and how many rows a file may have. */
export const mostRedirects = 50_000;
export const mostFileRows = 10_000;

/** How many redirects may lead to one another before one leads to a page. */
export const mostHops = 10;

/** Why a redirect, or a row of a file, is refused. */
export const faults = [
  'redirect-line',
  'redirect-from',
  'redirect-own',
  'redirect-to',
  'redirect-loop',
  'redirect-chain',
  'redirect-twice',
  'redirect-full',
] as const;
export type Fault = (typeof faults)[number];

/** A redirect as it is compared and kept. */
export type Leads = { from: string; to: string };

/** A row of a file; one that cannot be read says why, and holds what stood there. */
export type FileRow = Leads & { row: number; fault?: Fault };

/** A row with what becomes of it; `before` is where its address leads now. */
export type PlannedRow = FileRow & { fate: 'add' | 'change' | 'same' | 'refused'; before?: string };
