import type { Actor, SignedIn } from '@/lib/core/actor';
import { transact, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { PhonePurpose } from '@/lib/core/prisma-client/client';
import { clock } from '@/lib/core/time';

import { noteSeen, type Proved } from '../commands';
import { addPhone, removePhone, type PhoneChanged } from '../commands/change-phone';
import { enterByPhone, joinByPhone, keepPhone, type Entered, type EnteredAccount } from '../commands/enter-by-phone';
import { tryPhoneCode } from '../commands/phone-codes';
import { requireRight } from '../commands/try-code';
import { provePassword } from '../prove-password';
import { refuseSuspended } from '../sign-in';
import { knownByPhone } from './known-browser';

type Typed = { codeId: string; code: string };

/** Signs in who types the code that was sent to a phone, or says what is to be asked of them next. */
export async function enterWithCode(
  actor: Actor,
  { device, ...typed }: Typed & { device?: string },
  options: Options = {},
): Promise<Entered> {
  await proveCode(actor, { ...typed, purpose: 'ENTER' }, options);
  const known = await isKnown(typed.codeId, device);
  const entered = await transact(enterByPhone)(actor, { codeId: typed.codeId, known }, options);
  if (entered.to === 'account') await welcome(entered, options);
  return entered;
}

/** Signs in who says that the account of their number is theirs. */
export async function keepAccount(
  actor: Actor,
  { codeId }: { codeId: string },
  options: Options = {},
): Promise<EnteredAccount> {
  const proved = await transact(keepPhone)(actor, { codeId }, options);
  await welcome(proved, options);
  return proved;
}

type Joining = { codeId: string; name: string; handle: string; locale: string };

/** Makes a member of who proved a number. */
export function joinWithPhone(actor: Actor, wish: Joining, options: Options = {}): Promise<EnteredAccount> {
  return transact(joinByPhone)(actor, wish, options);
}

/** Gives a member the number that they prove. */
export async function changePhone(actor: SignedIn, typed: Typed, options: Options = {}): Promise<PhoneChanged> {
  await proveCode(actor, { ...typed, purpose: 'ADD' }, options);
  return transact(addPhone)(actor, { codeId: typed.codeId }, options);
}

/** Takes a member's number away, for who gives the password. */
export async function dropPhone(
  actor: SignedIn,
  { oldPassword }: { oldPassword: string },
  options: Options = {},
): Promise<PhoneChanged> {
  await provePassword(actor, oldPassword, options);
  return transact(removePhone)(actor, undefined, options);
}

// Counted in a commit of its own, so that a refusal does not take it back.
async function proveCode(actor: Actor, attempt: Typed & { purpose: PhonePurpose }, options: Options): Promise<void> {
  requireRight(await transact(tryPhoneCode)(actor, attempt, options));
}

async function isKnown(codeId: string, device: string | undefined): Promise<boolean> {
  const asked = await db.phoneCode.findUnique({ where: { id: codeId }, select: { phone: true } });
  return asked !== null && (await knownByPhone(device, asked.phone)) !== null;
}

async function welcome({ memberId }: Proved, options: Options): Promise<void> {
  const now = options.now ?? clock();
  await refuseSuspended(memberId, now);
  await noteSeen({ db, now }, { memberId });
}
