import { randomUUID } from 'node:crypto';

import { tryAccess } from '@/tests/support/try-access';

const { answersTheCast } = tryAccess('notifications');

answersTheCast('POST /api/notifications/:id/read', async () => ({ params: { id: randomUUID() } }));
