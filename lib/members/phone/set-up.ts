import { may, memberId, type Actor } from '@/lib/core/actor';
import type { Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { allow, found, Refused } from '@/lib/core/errors';
import { digitCode } from '@/lib/core/ids';
import { spend } from '@/lib/core/limits';
import { localeFrom } from '@/lib/core/locale';
import { log } from '@/lib/core/log';
import { clock } from '@/lib/core/time';
import { smsProviders, SmsRefused, type SmsProblem, type SmsProvider } from '@/lib/outside/sms';

import { limits } from '../limits';
import { allowedPhone, sendSms } from './send-code';
import { spendOnPhone } from './spend';

/** How one provider stands: right, or what is wrong with it. */
export type SmsState = { provider: SmsProvider['name']; state: 'right' | SmsProblem | 'unreachable' };

/** Asks each provider whether it would send, without sending anything. Refuses with phone-off where none is set up. */
export async function checkSms(actor: Actor, options: Options = {}): Promise<SmsState[]> {
  allow(may(actor, 'members.setPhoneRule'));
  const providers = smsProviders();
  if (providers.length === 0) throw new Refused('phone-off', 'no provider is set up');
  await spend(db, limits.phoneCheck, found(memberId(actor)), options.now ?? clock());
  return Promise.all(providers.map(stateOf));
}

async function stateOf(provider: SmsProvider): Promise<SmsState> {
  try {
    return { provider: provider.name, state: (await provider.checkSetup()) ?? 'right' };
  } catch (error) {
    if (!(error instanceof SmsRefused)) throw error;
    log.warn({ provider: provider.name, word: error.word }, 'SMS provider could not be asked');
    return { provider: provider.name, state: 'unreachable' };
  }
}

/** Sends one code that opens nothing to a phone of the staff's own, so that they see whether it arrives; it counts among the day's. */
export async function sendTestSms(
  actor: Actor,
  typed: { phone: string; country: string },
  options: Options = {},
): Promise<void> {
  allow(may(actor, 'members.setPhoneRule'));
  const now = options.now ?? clock();
  const phone = await allowedPhone(typed);
  await spend(db, limits.phoneTest, found(memberId(actor)), now);
  await spendOnPhone(actor, phone.number, now);
  await sendSms(phone, digitCode(), localeFrom(actor.kind === 'member' ? actor.locale : 'en'));
}
