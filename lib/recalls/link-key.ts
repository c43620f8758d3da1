import { digestKey } from '@/lib/core/keys';
import { linkKeys } from '@/lib/core/link-key';

/** What opens an owner's answer to a recall, in the link that they are sent: whoever has it reads which devices are meant, and answers for them. */
export const recallKeys = linkKeys(digestKey('recalls.answer'));
