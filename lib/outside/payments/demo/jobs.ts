import { declareJob } from '@/lib/core/jobs';

/** Settles a payment of the demo gateway some time after the buyer has left its page. */
export const settleDemoJob = declareJob<{ sessionId: string; late: boolean }>('settleDemo', { priority: -10 });

/** Sends a webhook of the demo gateway to the store. */
export const tellStoreJob = declareJob<{ body: string }>('tellStore', { priority: -10 });
