import { digestKey } from '@/lib/core/keys';
import { linkKeys } from '@/lib/core/link-key';

const keys = { confirm: linkKeys(digestKey('news.confirm')), leave: linkKeys(digestKey('news.leave')) } as const;

/** What a link of a mail does. */
export type LinkPurpose = keyof typeof keys;

/** The key that a link in a mail carries, for one purpose. */
export const makeLinkKey = (purpose: LinkPurpose, id: string): string => keys[purpose].make(id);

/** The id that a key was made for; null for every other text. */
export const readLinkKey = (purpose: LinkPurpose, key: string): string | null => keys[purpose].read(key);
