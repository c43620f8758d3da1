import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it } from 'vitest';

import { messages } from '@/messages';

import { MomentField } from './moment-field';

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
