import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it } from 'vitest';

import { messages } from '@/messages';
import type { OwnEntry } from '@/lib/drops/queries/own-entry';

import { EntryOutcome } from './entry-outcome';

const entry: OwnEntry = { id: 'e', decidesAt: '2026-03-01T10:00:00Z', variantId: 'v', wave: 1, state: 'LOST', rank: 4 };

it('says which number a lost entry was, and leaves the place on the waitlist to the waitlist', () => {
  for (const [locale, words] of [
    ['en', messages.en],
    ['zh', messages['zh-CN']],
  ] as const) {
    const html = renderToStaticMarkup(
      <IntlProvider locale={locale} timeZone="UTC" messages={words}>
        <EntryOutcome entry={entry} slug="first" locale={locale} />
      </IntlProvider>,
    );
    expect(html.replaceAll(/<[^>]*>/g, ' ')).toContain('4');
    expect(html).not.toMatch(/waitlist|候补/);
  }
});
