import type { Ctx, Reading } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import { keepRecords } from './commands/keep-records';
import { secretMark } from './person';
import { getRecords } from './queries';

const kind = 'secret';
const sourceId = 'digests';

/** What is said where the digests of people were made under another secret. */
export const otherSecret =
  'the secret has changed since people were brought or erased here: by their digests nobody would be known again, and who was erased ' +
  'would come back. docs/operations.md says under "Changing the secret" how the old one is given to digests, and what to do where it is lost';

type Known = 'never' | 'same' | 'other';

/** Whether the people of a source were brought or erased under the secret that there is now. */
export async function secretOf(ctx: Pick<Reading, 'db'>, source: string): Promise<Known> {
  const [kept] = await getRecords(ctx, { source, kind, sourceIds: [sourceId] });
  if (!kept) return 'never';
  return (kept.row as { mark?: unknown }).mark === secretMark() ? 'same' : 'other';
}

/** Refuses under another secret than before; the first time it is kept by which secret the people of a source are known. */
export async function requireSameSecret(ctx: Ctx, source: string): Promise<void> {
  const known = await secretOf(ctx, source);
  if (known === 'other') throw new Refused('bad-value', otherSecret);
  if (known === 'same') return;
  await keepRecords(ctx, { source, kind, records: [{ sourceId, row: { mark: secretMark() } }], taken: true });
}
