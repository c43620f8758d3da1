import { startSettings } from '@/lib/brand/start-words';
import { shopCalendar } from '@/lib/calendar/shop-calendar';
import type { Reading } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import { readMarket } from '@/lib/core/current-market';
import { env } from '@/lib/core/env';
import { locales } from '@/lib/core/locale';
import { readSettings } from '@/lib/core/shop-settings';
import { hasProduct } from '@/lib/catalog/queries';
import { hasDrop } from '@/lib/drops/queries/has-drop';
import { hasBoard, hasIdeasBoard } from '@/lib/forum/queries/has-board';
import { zoneOf } from '@/lib/markets/zone';
import { hasTeam } from '@/lib/members/queries/team';
import { lacksLaw } from '@/lib/pages/queries';
import { readMenu } from '@/lib/pages/queries/menu';
import { hasSentMail } from '@/lib/notifications/queries';
import { paymentsState } from '@/lib/outside/payments';

export const setupSteps = [
  'brand',
  'pictures',
  'address',
  'mail',
  'payments',
  'shipping',
  'zone',
  'hours',
  'law',
  'board',
  'product',
  'ideas',
  'drop',
  'team',
  'start',
  'menu',
] as const;
export type SetupStep = (typeof setupSteps)[number];

/** A step towards opening: whether it is done, which of its sentences says how it stands, and whether a shop may well open without it. */
export type SetupState = { step: SetupStep; done: boolean; state: string; optional?: boolean };

/** How many steps a shop still needs. */
export const countLeft = (steps: readonly SetupState[]): number =>
  steps.filter(({ done, optional }) => !done && !optional).length;

/** How far a shop is from opening, read from what is there: nothing of it is ticked by hand. */
export async function readSetup(reading: Pick<Reading, 'db' | 'now'>): Promise<SetupState[]> {
  const [brand, market, board, ideas, product, drop, team, mail, lacks, hours, menu, start] = await Promise.all([
    readBrand(reading.db),
    readMarket(reading.db),
    hasBoard(reading),
    hasIdeasBoard(reading),
    hasProduct(reading),
    hasDrop(reading),
    hasTeam(reading),
    mailState(reading),
    lacksLaw(reading),
    readSettings(shopCalendar, reading.db),
    readMenu(reading),
    hasStartWords(reading),
  ]);
  return [
    stateOf('brand', brand.version > 0),
    stateOf(
      'pictures',
      [brand.mark, brand.icon, brand.card].every((each) => !isPrograms(each)),
    ),
    stateOf('address', env.hasAddress),
    { step: 'mail', done: mail === 'done' || mail === 'demo', state: mail },
    { step: 'payments', done: env.hasPayments, state: paymentsState() },
    stateOf('shipping', market.zones.length > 0),
    stateOf('zone', zoneOf(market) !== undefined),
    stateOf('hours', hours.version > 0),
    stateOf('law', !lacks),
    stateOf('board', board),
    stateOf('product', product),
    // Without a product there is nothing to plan, and nothing to have ideas about.
    { ...(product ? stateOf('ideas', ideas) : later('ideas')), optional: true },
    product ? stateOf('drop', drop) : later('drop'),
    stateOf('team', team),
    { ...stateOf('start', start), optional: true },
    { ...stateOf('menu', menu.version > 0), optional: true },
  ];
}

// Pictures that come with the program have addresses of their own.
const isPrograms = (picture: string): boolean => picture.startsWith('/brand/');

async function hasStartWords({ db }: Pick<Reading, 'db'>): Promise<boolean> {
  const saved = await Promise.all(locales.map((locale) => readSettings(startSettings(locale), db)));
  return saved.some(({ version }) => version > 0);
}

const stateOf = (step: SetupStep, done: boolean): SetupState => ({ step, done, state: done ? 'done' : 'missing' });

const later = (step: SetupStep): SetupState => ({ step, done: false, state: 'later' });

async function mailState(reading: Pick<Reading, 'db'>): Promise<'missing' | 'untried' | 'demo' | 'done'> {
  if (!env.hasMail) return 'missing';
  if (!env.SMTP_URL) return 'demo';
  return (await hasSentMail(reading)) ? 'done' : 'untried';
}
