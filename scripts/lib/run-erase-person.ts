/** `SOURCE`, and the person in the input, in the database that is ready: what an import kept of somebody is forgotten. */
import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { erasePerson } from '@/lib/flows/imports/erase-person';

import { askLine } from './ask-line';
import { say } from './say';

const [source = ''] = process.argv.slice(2);
const person = await askLine('', process.stdin);
const done = await transact(erasePerson)(system, { source, person }).catch((error: unknown) => {
  if (error instanceof Refused) return error.message;
  throw error;
});
const refused = typeof done === 'string';
say(
  refused
    ? `Nobody was erased: ${done}.`
    : `erased: ${done.customers} customers; taken out of ${done.orders} orders; later imports leave this person out`,
);
process.exitCode = refused ? 1 : 0;
await db.$disconnect();
await pool.end();
