export type CopyRefusal =
  | 'busy'
  | 'cut-short'
  | 'differs'
  | 'encoding'
  | 'folder'
  | 'in-use'
  | 'missing-column'
  | 'newer'
  | 'no-backup'
  | 'not-empty'
  | 'spoilt'
  | 'version';

/** A copy, a backup or a restore that must not go on; its message says in English what is wrong and what can be done. */
export class CopyRefused extends Error {
  constructor(
    readonly code: CopyRefusal,
    message: string,
  ) {
    super(message);
  }
}
