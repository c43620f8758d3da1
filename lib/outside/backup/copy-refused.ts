import { cleanLine } from '@/lib/core/fields';

export type CopyRefusal =
  | 'broken-rows'
  | 'busy'
  | 'cut-short'
  | 'denied'
  | 'differs'
  | 'encoding'
  | 'folder'
  | 'folder-missing'
  | 'full'
  | 'in-use'
  | 'key'
  | 'missing-column'
  | 'newer'
  | 'no-backup'
  | 'not-empty'
  | 'spoilt'
  | 'unreachable'
  | 'unreadable'
  | 'unsure'
  | 'version';

/**
 * A copy, a backup or a restore that must not go on; its message says in English what is wrong and what can be done. What it quotes may
 * come from a file that somebody else made, so that it is cleaned of what terminals take for commands.
 */
export class CopyRefused extends Error {
  constructor(
    readonly code: CopyRefusal,
    message: string,
  ) {
    super(cleanLine(message));
  }
}
