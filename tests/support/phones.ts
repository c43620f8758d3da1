import { guest, system, type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { setPhoneRule } from '@/lib/members/commands';
import { askPhoneCode, askWork } from '@/lib/members/phone/ask-code';
import { sendPhoneCode } from '@/lib/members/phone/send-code';

import { makeMember } from './factories';
import type { FakeSms } from './fake-sms';
import { solveWork } from './solve-work';

/** Somebody without a session, by the last part of their network. */
export const visitor = (at = 7) => ({ ...guest, ip: `192.0.2.${at}` });

/** Sets whose phones are sent codes. */
export async function openTo(countries: string[], perDay = 1_000): Promise<void> {
  const { version } = (await db.settingsVersion.findFirst({
    where: { name: 'phone' },
    orderBy: { version: 'desc' },
    select: { version: true },
  })) ?? { version: 0 };
  await transact(setPhoneRule)(system, { countries, perDay, shown: version });
}

type Asked = { at?: number; country?: string; device?: string; now?: Date };

/** Asks for a code to a number as a browser does, with its work. */
export async function ask(phone: string, { at, country = 'CN', device, now = clock() }: Asked = {}) {
  const actor = visitor(at);
  const proof = solveWork(await askWork(actor, { now }));
  return askPhoneCode(actor, { phone, country, proof, locale: 'en', device }, { now });
}

/** Has a code sent, without work and limits, and reads it from the phone. */
export async function askAndRead(fake: FakeSms, number: string, { at, now = clock() }: Asked = {}) {
  const phone = { number, country: 'CN' };
  const { codeId } = await sendPhoneCode(visitor(at), { phone, purpose: 'ENTER', locale: 'en' }, now);
  return { codeId, code: fake.sent.at(-1)!.code };
}

/** A member whose number was proved at a moment, and what else leads into the account. */
export async function withPhone(
  phone: string,
  { provedAt = clock(), ...rest }: Parameters<typeof makeMember>[0] & { provedAt?: Date } = {},
): Promise<SignedIn> {
  const member = await makeMember({ email: null, confirmed: false, ...rest });
  await db.member.update({ where: { id: member.id }, data: { phone, phoneProvedAt: provedAt } });
  return { ...member, confirmed: true };
}
