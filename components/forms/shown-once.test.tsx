/** What is shown once stands on the page that answers a post without scripts too: it would be lost otherwise. */
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, it, vi } from 'vitest';

import { MakeKeyForm } from '@/components/api/staff/make-key-form';
import { IssueForm } from '@/components/credit/staff/issue-form';
import { FactorForms } from '@/components/members/factor-forms';
import { WebhookForm } from '@/components/notifications/staff/webhook-form';
import { PassOn } from '@/components/ownership/device/pass-on';
import { ReceiveSerialsForm } from '@/components/units/staff/receive-serials-form';
import { messages } from '@/messages';

import { PostedContext } from './form-context';

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const answered = (form: React.ReactNode, data: unknown) =>
  renderToStaticMarkup(
    <IntlProvider locale="en" timeZone="UTC" messages={messages.en}>
      <PostedContext value={data === null ? null : { form: 'x', outcome: { status: 'done', data } }}>
        {form}
      </PostedContext>
    </IntlProvider>,
  );

const passkeys = { kept: [], suggested: '', room: true } as unknown as Parameters<typeof FactorForms>[0]['passkeys'];
const open = { id: 'x', expiresAt: '2026-03-01T10:00:00.000Z' };

describe('shown once without scripts', () => {
  it.each<[string, React.ReactNode, object, RegExp]>([
    ['a key of the API', <MakeKeyForm key="1" scopes={[]} />, { key: 'mk_secret' }, /mk_secret/],
    [
      'a gift card',
      <IssueForm key="2" currency="USD" at="/x" once="y" />,
      { accountId: 'a', code: 'ABCDEFGH' },
      /ABCD/,
    ],
    [
      'the secret of a webhook',
      <WebhookForm key="3" host={null} disabledAt={null} />,
      { secret: 'wh_secret' },
      /wh_secret/,
    ],
    [
      'the code of a device that is passed on',
      <PassOn key="4" ownershipId="x" open={open} locale="en" />,
      { code: 'ABCDEFGH', expiresAt: open.expiresAt },
      /ABCD-EFGH/,
    ],
    [
      'recovery codes',
      <FactorForms key="5" locale="en" on codesLeft={1} passkeys={passkeys} next="/en" />,
      { codes: ['first-code'] },
      /first-code/,
    ],
    [
      'the lines of a delivery that were refused',
      <ReceiveSerialsForm key="6" variantId="x" />,
      { made: 1, wrong: [{ row: 7, text: 'odd-serial', why: 'known' }] },
      /odd-serial/,
    ],
  ])('is %s', (_, form, data, shown) => {
    expect(answered(form, data)).toMatch(shown);
    expect(answered(form, null)).not.toMatch(shown);
    expect(answered(form, { other: 1 })).not.toMatch(shown);
  });
});
