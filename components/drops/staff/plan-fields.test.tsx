import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it } from 'vitest';

import { messages } from '@/messages';

import { TermsFields } from './plan-fields';

it.each([
  ['en', messages.en, '/en/account'],
  ['zh-CN', messages['zh-CN'], '/zh/account'],
] as const)('leads to how trust levels are earned in the language of the page (%s)', (locale, words, address) => {
  const html = renderToStaticMarkup(
    <IntlProvider locale={locale} timeZone="UTC" messages={words}>
      <TermsFields countries={[]} />
    </IntlProvider>,
  );
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([address]);
});
