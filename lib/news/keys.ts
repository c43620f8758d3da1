import { digestKey } from '@/lib/core/keys';
import { isUuid } from '@/lib/core/ids';

const keys = { confirm: digestKey('news.confirm'), leave: digestKey('news.leave') } as const;

/** What a link of a mail does. */
export type LinkPurpose = keyof typeof keys;

/** The key that a link in a mail carries: the row's id and its signature for one purpose. */
export function makeLinkKey(purpose: LinkPurpose, id: string): string {
  return `${id}.${keys[purpose].sign(id)}`;
}

/** The id that a key was made for; null for every other text. */
export function readLinkKey(purpose: LinkPurpose, key: string): string | null {
  const [id = '', signature] = key.split('.', 2);
  return isUuid(id) && keys[purpose].verify(id, signature) ? id : null;
}
