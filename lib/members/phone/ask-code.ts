import type { Actor, SignedIn } from '@/lib/core/actor';
import { reading, transact, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { found, Refused } from '@/lib/core/errors';
import { signingKey } from '@/lib/core/keys';
import { spend, spendEach } from '@/lib/core/limits';
import { type Locale, localeFrom } from '@/lib/core/locale';
import { proofOfWork, type WorkChallenge } from '@/lib/core/proof-of-work';
import { clock } from '@/lib/core/time';

import { endPhoneCode } from '../commands/phone-codes';
import { limits } from '../limits';
import { provePassword } from '../prove-password';
import { getWaitingPhone } from '../queries/phone';
import { networkOf } from '../sign-in';
import { countryOf } from './number';
import { allowedPhone, sendPhoneCode } from './send-code';
import { spendOnPhone } from './spend';

// About half a second of one phone core on average. Each message costs money, so that more is asked than of a claim.
const work = proofOfWork(signingKey('members.phoneWork'), 120_000);
const purpose = { for: 'phone' };

/** The work that a browser does before a code is sent for it. */
export async function askWork(actor: Actor, options: Options = {}): Promise<WorkChallenge> {
  const now = options.now ?? clock();
  await spend(db, limits.phoneWorkAsk, networkOf(actor), now);
  return work.challenge(purpose, now);
}

type Asking = { phone: string; country: string; proof: string; locale: Locale; device?: string };

/**
 * Sends a code to a phone, by which whoever has it signs in or up. The work and the answer are the same for every number, whether an account has
 * it or not. Refuses with phone-work where the browser has not done its work, or brings what was used before.
 */
export async function askPhoneCode(
  actor: Actor,
  { proof, locale, device, ...typed }: Asking,
  options: Options = {},
): Promise<{ codeId: string }> {
  const now = options.now ?? clock();
  const phone = await allowedPhone(typed);
  await spendWork(proof, now);
  await spendOnPhone(actor, phone.number, now, device);
  return sendPhoneCode(actor, { phone, purpose: 'ENTER', locale }, now);
}

type Again = { codeId: string; proof: string; locale: Locale; device?: string };

/** Sends another code to the number that a browser asked for, which alone knows the code's id; the one before ends. */
export async function resendPhoneCode(
  actor: Actor,
  { codeId, proof, locale, device }: Again,
  options: Options = {},
): Promise<{ codeId: string }> {
  const now = options.now ?? clock();
  const waiting = await getWaitingPhone(reading(actor, now), { codeId });
  if (waiting?.step !== 'code') throw new Refused('code-expired');
  const country = found(countryOf(waiting.phone));
  const sent = await askPhoneCode(actor, { phone: waiting.phone, country, proof, locale, device }, { ...options, now });
  await transact(endPhoneCode)(actor, { codeId }, { now });
  return sent;
}

async function spendWork(proof: string, now: Date): Promise<void> {
  const name = await work.solved(proof, purpose, now);
  const done = name !== null && (await spendEach(db, [[limits.phoneWork, name]], now));
  if (!done) throw new Refused('phone-work', 'no work, or used before');
}

type NewPhone = { phone: string; country: string; oldPassword: string };

/** Sends a code to the number that a member wants for their account, for who gives the password. */
export async function askNewPhone(
  actor: SignedIn,
  { oldPassword, ...typed }: NewPhone,
  options: Options = {},
): Promise<{ codeId: string }> {
  const now = options.now ?? clock();
  const phone = await allowedPhone(typed);
  await provePassword(actor, oldPassword, { ...options, now });
  await spendOnPhone(actor, phone.number, now);
  const locale = localeFrom(actor.locale);
  return sendPhoneCode(actor, { phone, purpose: 'ADD', memberId: actor.id, locale }, now);
}

/** Sends a member a code to their own phone, which stands in for the password of who has none. Refuses with phone-off who has a password or no number. */
export async function askOwnCode(
  actor: SignedIn,
  { device, ...options }: Options & { device?: string } = {},
): Promise<void> {
  const now = options.now ?? clock();
  const { phone, passwordHash } = await db.member.findUniqueOrThrow({
    where: { id: actor.id },
    select: { phone: true, passwordHash: true },
  });
  if (passwordHash !== null || phone === null) throw new Refused('phone-off', 'nothing that a code stands in for');
  const allowed = await allowedPhone({ phone, country: found(countryOf(phone)) });
  await spendOnPhone(actor, phone, now, device);
  const locale = localeFrom(actor.locale);
  await sendPhoneCode(actor, { phone: allowed, purpose: 'PROVE', memberId: actor.id, locale }, now);
}
