import { describe } from 'vitest';

import { checkPayments } from '@/lib/flows/markets/check-payments';
import { saveTerms } from '@/lib/flows/markets/save-terms';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('markets');

describe('what staff do', () => {
  isForStaff('checkPayments', (actor) => checkPayments(actor));
  isForStaff('saveTerms', (actor) => saveTerms(actor, { shown: 0, locale: 'en', data: { returnAddress: 'Here' } }));
});
