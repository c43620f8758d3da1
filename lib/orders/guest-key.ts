import { digestKey } from '@/lib/core/keys';
import { linkKeys } from '@/lib/core/link-key';

/** What opens a guest's order, in the address of its page: whoever has it may read and pay the order, and take it back while it is unpaid. */
export const guestKeys = linkKeys(digestKey('orders.guest'));
