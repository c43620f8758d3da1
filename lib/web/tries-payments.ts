import { env } from '@/lib/core/env';

/** Whether this shop, on its own database, is paid by the gateway that moves no money. */
export const triesPayments = (): boolean => env.triesPayments;
