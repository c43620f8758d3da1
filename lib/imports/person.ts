import { asEmail } from '@/lib/core/email';
import { digestKey } from '@/lib/core/keys';

/** The kind of the records that say who was erased: by digests, so that they tell nobody's name. */
export const erasedKind = 'erased';

const key = digestKey('imports.erased');

/** A phone number as it is compared: its digits, with a plus where there was one. Null for what is none. */
export function asPhone(text: string): string | null {
  const typed = text.normalize('NFKC').replace(/[\s().\-/]/g, '');
  return /^\+?\d{5,20}$/.test(typed) ? typed : null;
}

/** How somebody is known in rows of imports: the address in the one spelling that is kept, or the phone number. Null for neither. */
export const asPerson = (text: string): string | null => asEmail(text) ?? asPhone(text);

/** What is kept of somebody who was erased. */
export const erasedId = (person: string): string => key.digest(person);
