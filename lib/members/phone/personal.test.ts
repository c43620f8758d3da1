import { describe, expect, it } from 'vitest';
import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { makeMember } from '@/tests/support/factories';
import { visitor, withPhone } from '@/tests/support/phones';
import { refusal } from '@/tests/support/refusal';
import { bringCustomers, eraseCustomer, findByPhone, readPersonal } from '../commands';
import { memberCells } from '../export-cells';
import { findOne } from '../find-one';
import { useFakeSms } from '@/tests/support/use-fake-sms';

const phone = '+8613800138000';

useFakeSms();

describe('a number as personal data', () => {
  it('is read, searched and exported by staff as an address is', async () => {
    const fan = await withPhone(phone);
    const mod = await makeMember({ roles: ['MODERATOR'] });
    const support = await makeMember({ roles: ['SUPPORT'] });
    expect(await transact(readPersonal)(mod, { memberId: fan.id, reason: 'Because' })).toEqual({ email: null, phone });
    expect(await refusal(transact(readPersonal)(support, { memberId: fan.id, reason: 'Because' }))).toBe('forbidden');
    expect(await findOne(mod, '+86 138-0013-8000')).toEqual({ id: fan.id });
    expect(await findOne(mod, '138')).toBeUndefined();
    expect(await findOne(support, phone)).toBeNull();
    expect(await refusal(transact(findByPhone)(visitor(), { phone }))).toBe('forbidden');
    const acts = await db.auditEntry.findMany({ orderBy: { id: 'asc' }, select: { act: true, detail: true } });
    expect(acts.map(({ act }) => act)).toEqual(['settings.save', 'member.readPersonal', 'member.findByPhone']);
    expect(JSON.stringify(acts)).not.toContain('138');
    expect((await memberCells({ db, now: clock() }, { ids: [fan.id] }))[0]).toContain(phone);
  });

  it('is of accounts alone: customers who are brought have none, and the database refuses one', async () => {
    await transact(bringCustomers)(system, {
      source: 'shopify',
      customers: [{ sourceId: 'a', name: 'Ann', email: 'ann@example.org', locale: 'en' }],
    });
    const customer = await db.member.findFirstOrThrow({ where: { email: 'ann@example.org' } });
    const give = (data: object) => db.member.update({ where: { id: customer.id }, data });
    await expect(give({ phone, phoneProvedAt: clock() })).rejects.toThrow();
    const fan = await makeMember();
    await expect(db.member.update({ where: { id: fan.id }, data: { phone } })).rejects.toThrow();
    expect(await transact(eraseCustomer)(system, { source: 'shopify', sourceIds: ['a'], emails: [] })).toBe(1);
  });
});
