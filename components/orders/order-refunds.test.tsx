import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { OrderRefunds } from './order-refunds';
import { OrderTimeline } from './order-timeline';

const plain = (node: React.ReactNode) => renderToStaticMarkup(node).replaceAll(/<[^>]*>/g, ' ');

const refund = { id: 'a', amountMinor: 14_100, reason: 'paid-twice' } as const;

const said = (refunds: Parameters<typeof OrderRefunds>[0]['order']['refunds'], state: 'PAID' | 'REFUNDED' = 'PAID') =>
  plain(<OrderRefunds order={{ state, currency: 'USD', refunds }} locale="en" home="USD" />);

describe('what a buyer reads of a second payment', () => {
  it('follows its refund, in one notice', () => {
    expect(said([{ ...refund, state: 'PENDING' }])).toContain('We’re refunding the second payment');
    const done = said([{ ...refund, state: 'DONE' }]);
    expect(done).toContain('We’ve refunded the second payment of $141.00.');
    expect(done).not.toContain('We’re refunding');
    expect(said([{ ...refund, state: 'FAILED' }])).toContain('couldn’t refund the second payment of $141.00');
  });

  it('is an ordinary refund once the order itself is refunded', () => {
    expect(said([{ ...refund, state: 'DONE' }], 'REFUNDED')).toContain('$141.00 was refunded.');
  });

  it('gives one reason for two steps in a row once', () => {
    const at = new Date('2026-03-01T10:00:00Z');
    const steps = (['PAID', 'PAID_TWICE', 'REFUND_STARTED'] as const).map((kind) => ({
      id: kind,
      kind,
      note: kind === 'PAID' ? '' : 'paid-twice',
      at,
    }));
    const story = plain(<OrderTimeline steps={steps} locale="en" />);
    expect(story.split('already paid').length - 1).toBe(1);
    expect(story).toContain('Refund started');
  });

  it('ends with a step that names the payment and not the order', () => {
    const steps = [
      { id: 'a', kind: 'REFUND_STARTED', note: 'paid-twice', at: new Date('2026-03-01T10:00:00Z') },
      { id: 'b', kind: 'REFUNDED', note: 'surplus-refunded', at: new Date('2026-03-01T10:01:00Z') },
    ] as const;
    expect(plain(<OrderTimeline steps={[...steps]} locale="en" />)).toMatch(/Refunded.*This was the second payment\./);
    expect(plain(<OrderTimeline steps={[...steps]} locale="zh" />)).toMatch(/已退款.*退回的是多付的那一笔。/);
  });
});
