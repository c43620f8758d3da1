import { randomUUID } from 'node:crypto';

import { beforeAll, describe } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { correctMember } from '@/lib/flows/members/correct-member';
import { exportMembers } from '@/lib/flows/members/export-members';
import { invite, inviteAgain } from '@/lib/flows/members/invite';
import { sendTestLetter } from '@/lib/flows/members/send-test-letter';
import { makeMember } from '@/tests/support/factories';
import { tryAccess } from '@/tests/support/try-access';

import { editProfile, endOwnSession, inviteStaff, setAvatar } from './commands';

// A role that whoever may give roles at all may give.
const inviting = { email: 'new@shop.example', role: 'bare', language: 'en' };
const bare = { key: 'bare', name: 'Bare', nameZh: 'Bare', permissions: [], at: new Date() };

const { isForStaff, isNothingForGuests, touchesNothingOfOthers } = tryAccess('members');

describe('what members do', () => {
  isNothingForGuests(
    'editProfile',
    (actor) => transact(editProfile)(actor, { name: 'X', bio: '', language: 'en' }),
    'not-found',
  );
  touchesNothingOfOthers('endOwnSession', async (actor) => {
    const { id: memberId } = await makeMember();
    const { id } = await db.memberSession.create({ data: { id: randomUUID(), memberId, until: clock() } });
    await transact(endOwnSession)(actor, { sessionId: id });
  });
  isNothingForGuests('setAvatar', (actor) => transact(setAvatar)(actor, { avatar: null }), 'not-found');
});

describe('what staff do', () => {
  beforeAll(async () => void (await db.staffRole.createMany({ data: [bare], skipDuplicates: true })));

  isForStaff('exportMembers', async (actor) => {
    const { lines } = await exportMembers(actor, { query: {}, reason: 'Because' });
    await lines.next();
    await lines.return();
  });
  isForStaff('correctMember', async (actor) => {
    const { id: memberId, name: shownName } = await makeMember();
    const wish = { name: 'Tom', email: undefined, clearPicture: false, clearBio: false, reason: 'Because' };
    await correctMember(actor, { memberId, shownName, ...wish });
  });
  isForStaff('invite', (actor) => invite(actor, inviting));
  isForStaff('sendTestLetter', (actor) => sendTestLetter(actor));
  isForStaff('inviteAgain', async (actor) => {
    await transact(inviteStaff)(system, inviting);
    const { id } = await db.invitation.findFirstOrThrow();
    await inviteAgain(actor, { invitationId: id });
  });
});
