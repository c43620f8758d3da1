import { asEmail } from '@/lib/core/email';
import { digestKey } from '@/lib/core/keys';

/** The kind of the records that say who was erased: by digests, so that they tell nobody's name. */
export const erasedKind = 'erased';

const key = digestKey('imports.erased');

/** A phone number as it is compared: its digits, with a plus where there was one or two noughts. Null for what is none. */
export function asPhone(text: string): string | null {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s().\-/]/g, '')
    .replace(/^00(?=[1-9])/, '+');
  return /^\+?\d{5,20}$/.test(typed) ? typed : null;
}

/**
 * How somebody is known in rows of imports, each in the one spelling that is kept: the e-mail address, the phone number, or `id:77`, the
 * number that they had in the old shop. Null for none of them.
 */
export function asPerson(text: string): string | null {
  const number = /^id:(\d{1,20})$/i.exec(text.trim())?.[1];
  return number === undefined ? (asEmail(text) ?? asPhone(text)) : `id:${number}`;
}

/** What is kept of one way in which somebody who was erased is known. */
export const erasedId = (way: string): string => key.digest(way);

/** What tells whether digests were made under the secret that there is now; the secret cannot be found by it. */
export const secretMark = (): string => key.digest('mark');

/**
 * The ways in which the row of a customer or an order names its person: those of `asPerson`, and `alone:` with a phone number where no
 * address stands beside it.
 */
export function waysOf(row: Readonly<Record<string, unknown>>): string[] {
  const { email, phones, number } = read(row);
  return [...email, ...phones, ...(email.length === 0 ? phones.map(alone) : []), ...number];
}

/**
 * The ways in which the person of a customer's row may be named elsewhere. Several people may share a phone number: it is theirs where no
 * address stands beside it.
 */
export function waysBeyond(row: Readonly<Record<string, unknown>>): string[] {
  const { email, phones, number } = read(row);
  return [...email, ...phones.map(alone), ...number];
}

/** Ways by what they are. */
export function sortWays(ways: Iterable<string>) {
  const all = [...ways];
  const behind = (sign: string) => all.filter((way) => way.startsWith(sign)).map((way) => way.slice(sign.length));
  const bare = all.filter((way) => !/^(?:id|alone):/.test(way));
  return {
    emails: bare.filter((way) => way.includes('@')),
    phones: bare.filter((way) => !way.includes('@')),
    alone: behind('alone:'),
    numbers: behind('id:'),
  };
}

const alone = (phone: string) => `alone:${phone}`;

function read(row: Readonly<Record<string, unknown>>) {
  const shipTo = row.shipTo as { phone?: unknown } | null | undefined;
  const texts = (...values: unknown[]) => values.filter((each): each is string => typeof each === 'string');
  const phones = texts(row.phone, shipTo?.phone).map(asPhone);
  return {
    email: texts(row.email),
    phones: [...new Set(phones.filter((each) => each !== null))],
    number: texts(row.customerId).map((each) => `id:${each}`),
  };
}
