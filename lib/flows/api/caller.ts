import type { SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import type { EndpointRequest } from '@/lib/core/endpoint';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { noteUse } from '@/lib/api/commands';
import { isUseStale } from '@/lib/api/use';
import { keyIn } from '@/lib/api/key-text';
import { limits } from '@/lib/api/limits';
import { findKey, type UsedKey } from '@/lib/api/queries';
import { mayLookUp, noteWorking } from '@/lib/api/wrong-keys';
import type { Scope } from '@/lib/api/scope-names';
import { permissionsOfScopes, scopesFor } from '@/lib/api/scopes';
import { readStandings, type Standing } from '@/lib/members/queries/read-standing';

const waitForKeys = Math.ceil(limits.wrongKey.seconds / limits.wrongKey.count);

/** Who calls by a key: its maker, with no more permissions than the key has scopes and the maker may give now. */
export type Caller = { key: UsedKey; scopes: Scope[]; actor: SignedIn };

type Asking = Pick<EndpointRequest, 'ip' | 'requestId'>;

/** The caller of a key; null for one that does not work, or whose maker is suspended. Two statements. */
export async function callerOf(text: string, { ip, requestId }: Partial<Asking> = {}): Promise<Caller | null> {
  const now = reading();
  const key = await findKey(now, text);
  const maker = key && (await readStandings(now, { ids: [key.makerId] })).get(key.makerId);
  if (!maker) return null;
  const scopes = scopesNow(key, maker);
  // Without a role and without the permission to make keys: what acts by a key is no staff and makes no other.
  const actor: SignedIn = {
    ...asActor(maker),
    permissions: permissionsOfScopes(scopes),
    ip,
    requestId: requestId?.(),
    apiKey: `${key.name} (${key.start}…)`,
  };
  return { key, scopes, actor };
}

/** What a key may do now: of its scopes those that its maker may give at this moment. */
export function scopesNow(key: Pick<UsedKey, 'scopes'>, maker: Standing): Scope[] {
  const allowed = scopesFor(asActor(maker));
  return key.scopes.filter((scope) => allowed.includes(scope));
}

const asActor = (maker: Standing): SignedIn => ({ kind: 'member', ...maker, roles: [], suspended: false });

/** Whether a request brings a key that may do anything now: it is answered while the site is closed. False for a network that brings too many others. */
export async function bringsKey(authorization: string | undefined, network: string): Promise<boolean> {
  const text = keyIn(authorization);
  if (text === null || !mayLookUp(text, network)) return false;
  const caller = await callerOf(text);
  if (caller) noteWorking(text, network);
  return (caller?.scopes.length ?? 0) > 0;
}

/**
 * The caller of a request, counted and with the use of the key written down. Refuses with key-missing and key-unknown, with forbidden for a
 * key without the scope, and with rate-limited.
 */
export async function admit(
  request: Pick<EndpointRequest, 'header' | 'ip' | 'requestId'>,
  { scope, limit }: { scope: Scope; limit: 'read' | 'write' },
): Promise<Caller> {
  const given = request.header?.('authorization');
  if (!given) throw new Refused('key-missing');
  const { db, now } = reading();
  const text = keyIn(given);
  if (!mayLookUp(text, request.ip))
    throw new Refused('rate-limited', 'too many wrong keys', { values: { seconds: waitForKeys } });
  const caller = text && (await callerOf(text, request));
  if (caller) noteWorking(text, request.ip);
  if (!caller) {
    // A guess costs its network a use; who brings a key that works is never held up by others.
    await spend(db, limits.wrongKey, request.ip, now);
    throw new Refused('key-unknown');
  }
  await spend(db, limits[limit], caller.key.id, now);
  if (isUseStale(caller.key, now)) await transact(noteUse)(caller.actor, { id: caller.key.id });
  if (!caller.scopes.includes(scope)) throw new Refused('forbidden');
  return caller;
}
