import { describe } from 'vitest';

import { setBrandPicture } from '@/lib/flows/brand/set-brand-picture';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('brand');

describe('what staff do', () => {
  isForStaff('setBrandPicture', (actor) =>
    setBrandPicture(actor, { part: 'mark', file: null, shown: 0, locale: 'en' }),
  );
});
