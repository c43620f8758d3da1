import type { Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { spend, spendEach, type Limit } from '@/lib/core/limits';
import { log } from '@/lib/core/log';
import { currentSettings } from '@/lib/core/shop-settings';

import { limitSubject } from '../limit-subject';
import { limits } from '../limits';
import { networkOf } from '../sign-in';
import { knownByPhone } from './known-browser';
import { phoneSettings } from './settings';

/** What all browsers together may cost in a day: those that nobody signed in with before, and apart from them the others. */
const siteDay = (name: 'phone-site-day' | 'phone-known-day', count: number): Limit => ({
  name,
  count,
  seconds: 86_400,
});
const all = 'all';

/** The keys by which a day's messages are counted, for the page that shows them. */
export const siteDayKeys = [`phone-site-day:${all}`, `phone-known-day:${all}`] as const;

/**
 * Counts a message to a phone before it is sent: against the network that asks, the number, the range of numbers that it stands in (who is paid for
 * messages asks for one after the other), and what all of them may cost in a day. The widest count comes last, so that who has used up a
 * narrow one takes nothing from the others.
 */
export async function spendOnPhone(actor: Actor, number: string, now: Date, device?: string): Promise<void> {
  const browser = await knownByPhone(device, number);
  // Whoever signed in once may make any number of browsers known: together they have one budget, beyond which they count as strangers do.
  const known = Boolean(browser && (await spendEach(db, ofDevice(browser, number), now)));
  if (!known) for (const [limit, subject] of ofStranger(networkOf(actor), number)) await spend(db, limit, subject, now);
  const { perDay } = await currentSettings(phoneSettings);
  await spend(db, siteDay(known ? 'phone-known-day' : 'phone-site-day', perDay), all, now).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    log.warn({ perDay }, 'no more codes to phones today: the most that the shop allows was sent');
    throw new Refused('phone-spent', 'the day’s messages are used up', error.detail);
  });
}

const ofDevice = (id: string, number: string): [Limit, string][] => [
  [limits.phonePace, `device:${id}`],
  [limits.phoneDevice, id],
  [limits.phoneDeviceDay, id],
  [limits.phoneKnownDay, limitSubject(number)],
];

function ofStranger(network: string, number: string): [Limit, string][] {
  const phone = limitSubject(number);
  return [
    [limits.phoneNetwork, network],
    [limits.phoneNetworkDay, network],
    [limits.phonePace, `${phone}:${network}`],
    [limits.phoneCode, `${phone}:${network}`],
    [limits.phoneDay, phone],
    [limits.phoneRangeDay, limitSubject(number.slice(0, -3))],
  ];
}
