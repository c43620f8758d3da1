import { expect, it } from 'vitest';

import { isAt } from './nav-look';

const shop = { href: '/en/products', text: 'Shop', column: 'owning' } as const;
const community = { href: '/en/boards', text: 'Community', column: 'together' } as const;

it('marks the area that a page lies in, also where its address is another', () => {
  const at = (pathname: string) => [shop, community].filter((entry) => isAt(pathname, entry)).map(({ text }) => text);
  expect(at('/en/collections')).toEqual(['Shop']);
  expect(at('/en/collections/desk/by/sort/name')).toEqual(['Shop']);
  expect(at('/en/products/air')).toEqual(['Shop']);
  expect(at('/en/t/hello-01')).toEqual(['Community']);
  expect([at('/en/collectionsx'), at('/en'), at('/en/roadmap')]).toEqual([[], [], []]);
});
