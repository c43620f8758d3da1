import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';

/** What a claim and its order are when all is paid once. */
export const paid = { claim: 'PAID', orders: 1, order: 'PAID', payments: ['PAID'], refunds: [] };

/** When every hold has run out. */
export const later = () => after(clock(), 20 * minute);

/** How often a unit was given back. */
export const releases = (claimId: string) => db.unitMovement.count({ where: { claimId, kind: 'RELEASED' } });
