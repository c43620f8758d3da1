import type { Ctx } from '@/lib/core/context';
import { keepPeople, type PeopleKept } from '@/lib/imports/commands';
import type { KeepRecords, RecordToKeep } from '@/lib/imports/schema';
import { customerRow } from '@/lib/imports/shapes';
import { bringCustomers as makeCustomers, type Customer, type CustomersBrought } from '@/lib/members/commands';

/** Keeps what an old shop knows of its customers, and makes members of them who have no account until they sign up with their address. */
export async function bringCustomers(
  ctx: Ctx,
  input: KeepRecords,
): Promise<PeopleKept & { members: CustomersBrought }> {
  const done = await keepPeople(ctx, input);
  const customers = [...new Map(done.kept.map((record) => [record.sourceId, customerOf(record)])).values()];
  return { ...done, members: await makeCustomers(ctx, { source: input.source, customers }) };
}

const told = customerRow.pick({ firstName: true, lastName: true, email: true, country: true });
const chinese = new Set(['CN', 'HK', 'MO', 'TW', 'CHINA']);

function customerOf({ sourceId, row }: RecordToKeep): Customer {
  const { firstName, lastName, email, country } = told.parse(row);
  const locale = chinese.has(country.toUpperCase()) ? 'zh' : 'en';
  const names = [firstName, lastName].filter(Boolean);
  const written = names.every((each) => /^\p{Script=Han}+$/u.test(each))
    ? names.toReversed().join('')
    : names.join(' ');
  return { sourceId, name: written, email, locale };
}
