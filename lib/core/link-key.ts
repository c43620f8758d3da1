import { isUuid } from './ids';
import type { Key } from './keys';

/** Keys that links in mails carry for one purpose: the id of a row and its signature. The database holds nothing of them. */
export type LinkKeys = {
  make: (id: string) => string;
  /** The id that a key was made for; null for every other text. */
  read: (key: string) => string | null;
};

/** The keys of links that are signed with one key; they hold as long as its secret does. */
export function linkKeys(signing: Key): LinkKeys {
  return {
    make: (id) => `${id}.${signing.sign(id)}`,
    read: (key) => {
      const [id = '', signature, more] = key.split('.', 3);
      return more === undefined && isUuid(id) && signing.verify(id, signature) ? id : null;
    },
  };
}
