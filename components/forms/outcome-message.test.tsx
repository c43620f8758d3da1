import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it, vi } from 'vitest';

import { messages } from '@/messages';
import type { Outcome } from '@/lib/web/outcome';

import { ActionForm } from './action-form';
import { PostedContext } from './form-context';
import { FormText } from './form-fields';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }));

// The page that answers a post without scripts whose fields were refused.
function answered(fields: string[], children: ReactNode): string {
  const outcome: Outcome = {
    status: 'refused',
    problem: { code: 'invalid' },
    fields: Object.fromEntries(fields.map((name) => [name, { code: 'required' }])),
    typed: {},
  };
  const page = (form: string) =>
    renderToStaticMarkup(
      <IntlProvider locale="en" timeZone="UTC" messages={messages.en}>
        <PostedContext value={{ form, outcome }}>
          <ActionForm action={async () => outcome}>{children}</ActionForm>
        </PostedContext>
      </IntlProvider>,
    );
  // The form's own id is known once it has been rendered.
  return page(/name="\$form" value="([^"]*)"/.exec(page(''))![1]!);
}

const alerts = (html: string) => html.split('role="alert"').length - 1;

it('says without scripts what is wrong with a field that no control of the form shows', () => {
  const html = answered(['title', 'version'], <FormText name="title" label="Title" />);
  expect(html.split(messages.en.errors.required).length - 1).toBe(2);
  expect(alerts(html)).toBe(1);
  expect(html).toMatch(/<noscript class="[^"]*order-first/);
});

it('leaves it to the controls where each field has one', () => {
  const html = answered(['title'], <FormText name="title" label="Title" />);
  expect(html.split(messages.en.errors.required).length - 1).toBe(1);
  expect(alerts(html)).toBe(0);
});
