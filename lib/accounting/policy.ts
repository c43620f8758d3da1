import { may, type Actor } from '@/lib/core/actor';

/** Whether the actor reads what was sold, paid and given back, in sums and order by order. */
export const canReadAccounts = (actor: Actor): boolean => may(actor, 'accounting.read');
