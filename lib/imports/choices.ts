/** What pages and the program agree on about imports; safe in the browser. */

/** How many files of an old shop one member may have sent at a time, and how many bytes all of them together. */
export const mostImportFiles = 20;
export const mostImportBytes = 256 * 1024 * 1024;
/** The most bytes of a part of a file: a file is sent and kept in parts, so that no process holds all of it. */
export const importPartBytes = 512 * 1024;
/** The most bytes of a file that is sent without scripts, in one form. */
export const mostFormFileBytes = 1_900_000;

/** The exports of an old shop that are known, by the words of their first row. */
export const importFileKinds = [
  'products',
  'customers',
  'orders',
  'discounts',
  'collections',
  'pages',
  'redirects',
] as const;
export type ImportFileKind = (typeof importFileKinds)[number];

/** What a run is at: reading files, listing or reading topics of a forum, bringing its members and threads. */
export const importPhases = ['file', 'lists', 'topics', 'files', 'members', 'threads'] as const;
export type ImportPhase = (typeof importPhases)[number];

/** Why a run came to nothing; each has its sentence. */
export const importFailures = [
  'failed',
  'interrupted',
  'not-allowed',
  'files-gone',
  'nothing-read',
  'no-key',
  'key-of-another',
  'key-refused',
  'not-discourse',
  'no-discourse',
  'other-site',
  'address',
  'busy',
  'silent',
  'topics-unread',
  'emptied',
  'too-much',
  'folder',
] as const;
export type ImportFailure = (typeof importFailures)[number];

/** What the staff's form of a forum is told where nothing is said. */
export const requestsPerMinute = 55;
