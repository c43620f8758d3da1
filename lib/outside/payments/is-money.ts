import { env } from '@/lib/core/env';

/** The gateway whose payments are no money here: the demo's, beside a database of one's own. Null where all are, or pass for it in the demo. */
export const noMoney = (): string | null => (env.embedded ? null : 'demo');

/** Whether what a gateway takes is money: tries of the demo's beside a database of one's own stand in no books. */
export const isMoney = ({ provider }: { provider: string }): boolean => provider !== noMoney();
