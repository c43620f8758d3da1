import { afterEach, describe, expect, it } from 'vitest';

import { neutralBrand } from '@/lib/core/brand';
import { db } from '@/lib/core/db';

import { currentLawWhileClosed, forgetLawWhileClosed } from './closed-law';
import { closedPage } from './closed-page';
import { isAnsweredWhileClosed } from './while-closed';

afterEach(async () => {
  await db.page.deleteMany();
  forgetLawWhileClosed();
});

describe('while the site is closed', () => {
  it.each(['/en/pages/imprint', '/zh/pages/privacy', '/en/pages/privacy?_rsc=1'])(
    'everybody is answered at %s',
    (path) => expect(isAnsweredWhileClosed('GET', path)).toBe(true),
  );

  it.each([
    ...['/en/pages/terms', '/en/pages/about', '/en/pages/imprint/x', '/fr/pages/imprint', '/en/pages/imprintx'],
    ...['/en/pages/privacy/', '/pages/privacy', '/en/pages/privacy%2f..', '/en/pages'],
  ])('and only staff at %s', (path) => expect(isAnsweredWhileClosed('GET', path)).toBe(false));

  it('the closed page leads to those that are published', async () => {
    const links = async () => {
      const page = closedPage('zh', neutralBrand, '', { law: await currentLawWhileClosed() });
      return [...page.matchAll(/href="([^"]*pages[^"]*)"/g)].map(([, href]) => href);
    };
    expect(await links()).toEqual([]);
    const row = { blocks: [], rendered: [], createdAt: new Date(), updatedAt: new Date(), title: 'x' };
    await db.page.create({ data: { ...row, kind: 'PRIVACY', state: 'PUBLISHED' } });
    await db.page.create({ data: { ...row, kind: 'IMPRINT', state: 'DRAFT' } });
    await db.page.create({ data: { ...row, kind: 'TERMS', state: 'PUBLISHED' } });
    forgetLawWhileClosed();
    expect(await links()).toEqual(['/zh/pages/privacy']);
  });
});
