import { describe } from 'vitest';

import { transact } from '@/lib/core/context';
import { tryAccess } from '@/tests/support/try-access';

import { editProfile, setAvatar } from './commands';

const { isNothingForGuests } = tryAccess('members');

describe('what members do', () => {
  isNothingForGuests(
    'editProfile',
    (actor) => transact(editProfile)(actor, { name: 'X', bio: '', language: 'en' }),
    'not-found',
  );
  isNothingForGuests('setAvatar', (actor) => transact(setAvatar)(actor, { avatar: null }), 'not-found');
});
