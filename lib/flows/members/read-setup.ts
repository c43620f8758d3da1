import type { Reading } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import { readMarket } from '@/lib/core/current-market';
import { env } from '@/lib/core/env';
import { hasProduct } from '@/lib/catalog/queries';
import { hasDrop } from '@/lib/drops/queries/has-drop';
import { hasBoard } from '@/lib/forum/queries/has-board';
import { hasTeam } from '@/lib/members/queries/team';
import { lacksLaw } from '@/lib/pages/queries';
import { hasSentMail } from '@/lib/notifications/queries';
import { paymentsState } from '@/lib/outside/payments';

export const setupSteps = [
  'brand',
  'address',
  'mail',
  'payments',
  'shipping',
  'law',
  'board',
  'product',
  'drop',
  'team',
] as const;
export type SetupStep = (typeof setupSteps)[number];

/** A step towards opening: whether it is done, and which of its sentences says how it stands. */
export type SetupState = { step: SetupStep; done: boolean; state: string };

/** How far a shop is from opening, read from what is there: nothing of it is ticked by hand. */
export async function readSetup(reading: Pick<Reading, 'db' | 'now'>): Promise<SetupState[]> {
  const [brand, market, board, product, drop, team, mail, lacks] = await Promise.all([
    readBrand(reading.db),
    readMarket(reading.db),
    hasBoard(reading),
    hasProduct(reading),
    hasDrop(reading),
    hasTeam(reading),
    mailState(reading),
    lacksLaw(reading),
  ]);
  return [
    stateOf('brand', brand.version > 0),
    stateOf('address', env.hasAddress),
    { step: 'mail', done: mail === 'done' || mail === 'demo', state: mail },
    { step: 'payments', done: env.hasPayments, state: paymentsState() },
    stateOf('shipping', market.zones.length > 0),
    stateOf('law', !lacks),
    stateOf('board', board),
    stateOf('product', product),
    // Without a product there is nothing to plan.
    product ? stateOf('drop', drop) : { step: 'drop', done: false, state: 'later' },
    stateOf('team', team),
  ];
}

const stateOf = (step: SetupStep, done: boolean): SetupState => ({ step, done, state: done ? 'done' : 'missing' });

async function mailState(reading: Pick<Reading, 'db'>): Promise<'missing' | 'untried' | 'demo' | 'done'> {
  if (!env.hasMail) return 'missing';
  if (!env.SMTP_URL) return 'demo';
  return (await hasSentMail(reading)) ? 'done' : 'untried';
}
