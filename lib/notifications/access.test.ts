import { randomUUID } from 'node:crypto';

import { checkSender } from '@/lib/flows/notifications/check-sender';
import { tryAccess } from '@/tests/support/try-access';

const { answersTheCast, isForStaff } = tryAccess('notifications');

answersTheCast('POST /api/notifications/:id/read', async () => ({ params: { id: randomUUID() } }));

// The sender of the demo has no domain that name servers know.
isForStaff('checkSender', (actor) => checkSender(actor, {}));
