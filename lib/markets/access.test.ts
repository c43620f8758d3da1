import { beforeAll, describe } from 'vitest';

import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { checkPayments } from '@/lib/flows/markets/check-payments';
import { putBackTerms, saveTerms } from '@/lib/flows/markets/save-terms';
import { demoMarket } from '@/prisma/seed/market-data';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('markets');

beforeAll(async () => {
  await db.market.createMany({ data: [{ number: 1, createdAt: clock() }], skipDuplicates: true });
  const version = { market: 1, version: 1, data: demoMarket, at: clock() };
  await db.marketVersion.createMany({ data: [version], skipDuplicates: true });
});

describe('what staff do', () => {
  isForStaff('checkPayments', (actor) => checkPayments(actor));
  isForStaff('putBackTerms', (actor) => putBackTerms(actor, { version: 1, shown: 0, locale: 'en' }));
  isForStaff('saveTerms', (actor) => saveTerms(actor, { shown: 0, locale: 'en', data: { returnAddress: 'Here' } }));
});
