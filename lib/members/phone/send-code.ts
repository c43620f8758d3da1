import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/errors';
import { strictTranslator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { log } from '@/lib/core/log';
import type { PhonePurpose } from '@/lib/core/prisma-client/client';
import { minute } from '@/lib/core/time';
import { smsProviderFor, SmsRefused } from '@/lib/outside/sms';

import { phoneCodeLifeMs } from '../codes';
import { endPhoneCode, requestPhoneCode } from '../commands/phone-codes';
import { openCountries } from './open-countries';
import { asPhone, type Phone } from './number';

/**
 * The number that was typed, if a code may be sent to it. Refuses with phone-off where no provider is set up, with phone-invalid what no mobile
 * phone has, and with phone-country where the shop sends none.
 */
export async function allowedPhone({ phone, country }: { phone: string; country: string }): Promise<Phone> {
  const open = await openCountries();
  if (open.length === 0) throw new Refused('phone-off', 'no code can be sent');
  const read = asPhone(phone, country);
  if (!read) throw new Refused('phone-invalid', 'no mobile number', { field: 'phone' });
  if (!open.includes(read.country)) throw new Refused('phone-country', 'not to that country', { field: 'phone' });
  return read;
}

type Sending = { phone: Phone; purpose: PhonePurpose; memberId?: string; locale: Locale };

/** Makes a code and sends it to a phone, once. Refuses with phone-unreachable for a number that the provider does not know, else with sms-failed. */
export async function sendPhoneCode(
  actor: Actor,
  { phone, purpose, memberId, locale }: Sending,
  now: Date,
): Promise<{ codeId: string }> {
  const asked = { purpose, phone: phone.number, ...(memberId && { memberId }) };
  const { codeId, code } = await transact(requestPhoneCode)(actor, asked, { now });
  try {
    await sendSms(phone, code, locale);
  } catch (error) {
    await transact(endPhoneCode)(actor, { codeId }, { now });
    throw error;
  }
  return { codeId };
}

/** Sends six digits to a phone; refuses as sendPhoneCode does. The log names provider and reason, and no number. */
export async function sendSms({ number: to, country }: Phone, code: string, locale: Locale): Promise<void> {
  const provider = smsProviderFor(country);
  if (!provider) throw new Refused('phone-country', 'nobody sends there', { field: 'phone' });
  try {
    await provider.sendCode({ to, country, code, text: await textOf(code, locale) });
  } catch (error) {
    if (!(error instanceof SmsRefused)) throw error;
    log.warn({ provider: provider.name, reason: error.code, word: error.word }, 'a code to a phone was not taken');
    if (error.code === 'number') throw new Refused('phone-unreachable', 'number refused', { field: 'phone' });
    throw new Refused('sms-failed', `SMS ${error.code}`);
  }
}

// The last line lets browsers fill the code in on the page of this host alone (https://wicg.github.io/sms-one-time-codes/).
async function textOf(code: string, locale: Locale): Promise<string> {
  const brand = (await currentBrand()).name[locale];
  const words = strictTranslator(locale, 'members')('phone.sms', { brand, code, minutes: phoneCodeLifeMs / minute });
  return `${words}\n\n@${new URL(env.PUBLIC_URL).hostname} #${code}`;
}
