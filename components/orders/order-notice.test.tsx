import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it, vi } from 'vitest';

import type { OwnOrder } from '@/lib/orders/queries';
import { messages } from '@/messages';

import { OrderNotice } from './order-notice';

vi.mock('@/components/ui/look-again', () => ({ LookAgain: () => 'looks again' }));
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => undefined }) }));
vi.mock('@/app/actions/orders', () => ({ resumePaymentAction: () => undefined }));
vi.mock('@/app/actions/drops', () => ({ giveUnitBack: () => undefined }));

const now = new Date('2026-03-01T10:00:00Z');

function shown(payment: 'OPEN' | 'EXPIRED' | 'FAILED', returned: boolean, state: 'PENDING' | 'PAID' = 'PENDING') {
  const order = {
    number: 'A1',
    state,
    claimId: 'c',
    claim: { heldUntil: new Date(now.getTime() + 60_000) },
    shipments: [],
    payments: [{ state: payment }],
    steps: [],
    refunds: [],
  } as unknown as OwnOrder;
  return renderToStaticMarkup(
    <IntlProvider locale="en" timeZone="UTC" messages={messages.en}>
      <OrderNotice {...{ order, returned, now }} locale="en" asked={{ number: 'N' }} />
    </IntlProvider>,
  );
}

it('who comes back from the gateway is told once it has said what happened, in whichever order it says it', () => {
  for (const payment of ['OPEN', 'EXPIRED', 'FAILED'] as const) expect(shown(payment, true)).toContain('looks again');
  expect(shown('EXPIRED', true)).toContain('Try paying again');
  expect(shown('OPEN', true, 'PAID')).not.toContain('looks again');
  expect(shown('OPEN', false)).not.toContain('looks again');
});
