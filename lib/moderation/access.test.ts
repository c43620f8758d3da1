import { beforeAll, describe } from 'vitest';

import { reportPost } from '@/lib/flows/moderation/report-post';
import { resolveReports } from '@/lib/flows/moderation/resolve-reports';
import { makeMember } from '@/tests/support/factories';
import { makeBoard, makeThread } from '@/tests/support/forum-factories';
import { tryAccess } from '@/tests/support/try-access';

const { isForConfirmedMembers, isForStaff } = tryAccess('moderation');

const makePost = async () => (await makeThread(await makeMember(), await makeBoard())).postId;
const spam = { reason: 'SPAM', note: '' } as const;
let post: string;
beforeAll(async () => void (post = await makePost()));

describe('what members do', () => {
  isForConfirmedMembers('reportPost', (actor) => reportPost(actor, { post, ...spam }));
});

describe('what staff do', () => {
  isForStaff('resolveReports', async (actor) => {
    const reported = await makePost();
    await reportPost(await makeMember(), { post: reported, ...spam });
    return resolveReports(actor, { post: reported, verdict: 'nothing', reason: 'Because', days: undefined });
  });
});
