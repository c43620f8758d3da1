import { describe } from 'vitest';

import { readMarket } from '@/lib/core/current-market';
import { checkPayments } from '@/lib/flows/markets/check-payments';
import { putBackTerms, saveTerms } from '@/lib/flows/markets/save-terms';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('markets');

describe('what staff do', () => {
  isForStaff('checkPayments', (actor) => checkPayments(actor));
  isForStaff('putBackTerms', async (actor) =>
    putBackTerms(actor, { version: (await readMarket()).version, shown: 0, locale: 'en' }),
  );
  isForStaff('saveTerms', (actor) => saveTerms(actor, { shown: 0, locale: 'en', data: { returnAddress: 'Here' } }));
});
