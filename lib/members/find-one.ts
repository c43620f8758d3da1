import { may, type Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';

import { findByEmail, findByPhone } from './commands';

/**
 * The member whom staff search by a whole address or number, looked up by a command that leaves a trace of who asked; null where there is none for
 * them, undefined for any other words.
 */
export async function findOne(actor: Actor, q = ''): Promise<{ id: string } | null | undefined> {
  const [address, number] = [/.@./.test(q), /^\+\d[\d\s().-]{6,24}$/.test(q.trim())];
  if (!address && !number) return undefined;
  if (!may(actor, 'members.readPersonal')) return null;
  return address ? transact(findByEmail)(actor, { email: q }) : transact(findByPhone)(actor, { phone: q.trim() });
}
