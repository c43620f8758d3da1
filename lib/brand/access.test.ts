import { describe } from 'vitest';

import { readOldSite, takeOldPicture } from '@/lib/flows/brand/read-old-site';
import { FetchRefused } from '@/lib/outside/fetch';
import { setArea } from '@/lib/flows/brand/set-area';
import { setBrandPicture } from '@/lib/flows/brand/set-brand-picture';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('brand');

describe('what staff do', () => {
  // Nothing answers there.
  const fetch = async () => {
    throw new FetchRefused('unreachable');
  };
  isForStaff('readOldSite', (actor) => readOldSite(actor, { address: 'old.example' }, { fetch }));
  isForStaff('takeOldPicture', (actor) =>
    takeOldPicture(actor, { address: 'https://old.example/a.png', part: 'mark', shown: 0, locale: 'en' }, { fetch }),
  );
  isForStaff('setArea', (actor) => setArea(actor, { area: 'roadmap', on: false, shown: 0 }));
  isForStaff('setBrandPicture', (actor) =>
    setBrandPicture(actor, { part: 'mark', file: null, shown: 0, locale: 'en' }),
  );
});
