import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it } from 'vitest';

import { messages } from '@/messages';

import { ShopTimes } from '@/components/ui/shop-times';

import { InZone, MomentField } from './moment-field';

const valueOf = (initial?: Date) =>
  /<input[^>]* value="([^"]*)"/.exec(
    renderToStaticMarkup(
      <IntlProvider locale="en" timeZone="UTC" messages={messages.en}>
        <MomentField name="endsAt" label="Ends" initial={initial} />
      </IntlProvider>,
    ),
  )?.[1];

it('stands at its initial moment, in UTC until the browser says its zone', () => {
  expect(valueOf(new Date('2026-03-01T10:30:15Z'))).toBe('2026-03-01T10:30');
  expect(valueOf()).toBe('');
});

const planned = (zone: string | null) =>
  renderToStaticMarkup(
    <IntlProvider locale="en" timeZone="UTC" messages={messages.en}>
      <ShopTimes zone={zone}>
        <InZone>
          <MomentField name="opensAt" label="Opens" initial={new Date('2026-03-01T10:30:15Z')} />
        </InZone>
      </ShopTimes>
    </IntlProvider>,
  );

it('is typed in the time zone of the shop where the page asks for it, which is named and sent along', () => {
  const html = planned('Asia/Shanghai');
  expect(html).toContain('value="2026-03-01T18:30"');
  expect(html).toContain('<input type="hidden" name="zone" value="Asia/Shanghai"/>');
  expect(html).toContain('Times are in your shop’s time zone, Asia/Shanghai.');
  expect(html).not.toContain('type="text"');
});

it('says that a shop without a time zone of its own plans in UTC', () => {
  expect(planned('UTC')).toContain('UTC until another is chosen');
});

it('lets the zone be typed elsewhere', () => {
  expect(planned(null)).toMatch(/<input[^>]*name="zone"[^>]*value="UTC"/);
});
