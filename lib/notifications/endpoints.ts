import { isMember } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { answer, type Endpoint } from '@/lib/core/endpoint';
import { found, Refused } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/ids';
import { markRead } from './mark-read';

/** `POST /api/notifications/:id/read`: the member has opened it; one that is not theirs stays as it is. */
export const notificationReadEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/notifications/:id/read',
  admits: 'members',
  answer: async ({ params, actor }) => {
    const reader = await actor();
    if (!isMember(reader)) throw new Refused('signed-out');
    const id = found(isUuid(params.id ?? '') ? params.id : undefined);
    await transact(markRead)(reader, { memberId: reader.id, id });
    return answer(200, { read: true });
  },
};
