import type { Reading } from '@/lib/core/context';
import { listKeys, type ListedKey } from '@/lib/api/queries';
import { readStandings } from '@/lib/members/queries/read-standing';

import { scopesNow } from './caller';

/** How a key stands: it works, it was revoked, it has ended, or it may do nothing because its maker may not any more. */
export type KeyState = 'works' | 'revoked' | 'ended' | 'asleep';
export type ShownKey = ListedKey & { state: KeyState };

/** Every listed key with how it stands, those that work first. Two statements. */
export async function listShownKeys(reading: Reading): Promise<ShownKey[]> {
  const keys = await listKeys(reading);
  const makers = await readStandings(reading, { ids: [...new Set(keys.map(({ makerId }) => makerId))] });
  const stateOf = (key: ListedKey): KeyState => {
    if (key.revokedAt) return 'revoked';
    if (key.until && key.until <= reading.now) return 'ended';
    const maker = makers.get(key.makerId);
    return maker && scopesNow(key, maker).length > 0 ? 'works' : 'asleep';
  };
  const shown = keys.map((key) => ({ ...key, state: stateOf(key) }));
  const isDead = ({ state }: ShownKey) => state === 'revoked' || state === 'ended';
  return [...shown.filter((key) => !isDead(key)), ...shown.filter(isDead)];
}
