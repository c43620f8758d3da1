import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, it } from 'vitest';

import type { SavedAddress } from '@/lib/orders/saved-addresses';
import { messages } from '@/messages';
import { address } from '@/tests/support/addresses';

import { bookOf } from './checkout-choices';
import { SavedChoice } from './saved-choice';
import { ShipTo } from './ship-to';

const kept = (id: string, country: string): SavedAddress => ({
  ...{ ...address, id, country, company: '', taxNumber: '', firstSince: null },
});
const addresses = [kept('a', 'US'), kept('b', 'GB'), kept('c', 'DE')];
const countries = [{ value: 'GB' as const }, { value: 'DE' as const }];
const typed = { name: 'Lin', line1: 'Of the last order' };
const asked = {
  to: undefined,
  typed,
  blank: { name: 'Lin' },
  keepsTyped: false,
  query: '',
  countries,
  locale: 'en',
} as const;
const begun = (more: Partial<Parameters<typeof bookOf>[1]> = {}, all = addresses) => {
  const { known, book } = bookOf(all, { ...asked, ...more });
  return [book.chosen, known.line1];
};
const words = (page: React.ReactNode) =>
  renderToStaticMarkup(
    <IntlProvider locale="en" timeZone="UTC" messages={messages.en}>
      {page}
    </IntlProvider>,
  );

describe('a checkout', () => {
  it('begins with the first address that is served, the one that is asked for, or what is typed', () => {
    expect(begun()).toEqual(['b', address.line1]);
    expect(begun({ to: 'c' })).toEqual(['c', address.line1]);
    expect(begun({ to: 'new' })).toEqual(['new', undefined]);
    // Where it is not sent to, and of somebody else.
    expect(begun({ to: 'a' })).toEqual(['b', address.line1]);
    expect(begun({ to: 'z' })).toEqual(['b', address.line1]);
    // An unpaid order that is changed, and a member who keeps none.
    expect(begun({ keepsTyped: true })).toEqual(['new', typed.line1]);
    expect(begun({ keepsTyped: true, to: 'c' })).toEqual(['c', address.line1]);
    expect(begun({}, [])).toEqual(['new', typed.line1]);
  });

  it('leads without scripts to the page of each address that is served', () => {
    const { book } = bookOf(addresses, { ...asked, query: 'change=1&' });
    const html = words(<SavedChoice {...book} onChoose={() => undefined} />);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '?change=1&amp;to=b',
      '?change=1&amp;to=c',
      '?change=1&amp;to=new',
    ]);
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
    expect(html).toContain('we don’t ship there');
  });

  it('sends all of an address that is chosen, folded as it is, and offers no room that is not there', () => {
    const page = (count: number) => {
      const all = Array.from({ length: count }, (_, at) => kept(`k${at}`, 'GB'));
      const nothing = () => undefined;
      return words(
        <ShipTo
          {...{ ...bookOf(all, asked), countries: [{ value: 'GB', label: 'United Kingdom' }], country: 'GB' }}
          {...{ onCountry: nothing, onRegion: nothing, onKnown: nothing }}
        />,
      );
    };
    const html = page(19);
    const folded = /<details[^>]*>.*?<\/details>/s.exec(html)![0];
    for (const name of ['name', 'line1', 'line2', 'postcode', 'city', 'country', 'phone', 'keep'])
      expect(folded).toContain(`name="${name}"`);
    expect(folded).toContain(`value="${address.line1}"`);
    expect(page(20)).not.toContain('name="keep"');
  });
});
