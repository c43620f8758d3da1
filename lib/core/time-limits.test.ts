import { expect, it } from 'vitest';

import { limitTime, openPool, timeLimits } from './db';

it('connections have the limits of what their thread works on', async () => {
  const own = openPool({ max: 1 });
  limitTime(timeLimits.jobs, own);
  const { rows } = await own.query(
    `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
      current_setting('idle_in_transaction_session_timeout') AS idle`,
  );
  expect(rows).toEqual([{ statement: '2min', lock: '30s', idle: '1min' }]);
  await own.end();
});

it('a statement that takes longer is ended', async () => {
  const own = openPool({ max: 1 });
  limitTime({ statement: 1, lock: 1, idle: 1 }, own);
  await expect(own.query('SELECT pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
  await own.end();
});
