import { describe, expect, it } from 'vitest';

import { guest, type Actor, type SignedIn } from '@/lib/core/actor';
import { builtInRoles, type BuiltInRole } from '@/lib/core/permissions';
import { asRoles } from '@/tests/support/as-roles';

import { canAccept, canEdit, canModerate, canWithdraw, fitsBoard, refusalToReply, refusalToWrite } from './policy';

const fan = (over: Partial<SignedIn> = {}): SignedIn => ({
  kind: 'member',
  id: 'fan',
  handle: 'fan',
  name: 'Fan',
  avatar: null,
  locale: 'en',
  roles: [],
  permissions: [],
  trust: 1,
  confirmed: true,
  suspended: false,
  ...over,
});
const staff = (role: BuiltInRole) => fan({ id: role, ...asRoles(role) });
const others = { authorId: 'somebody', hidden: false };
const question = { authorId: 'asker', kind: 'QUESTION' } as const;

/** A board that everyone reads, where some trust begins threads. */
const open = (trust: number) => ({
  productId: null,
  rules: (['READ', 'POST', 'REPLY'] as const).map((verb) => ({
    verb,
    who: verb === 'READ' ? ('EVERYONE' as const) : ('READERS' as const),
    trust: verb === 'POST' ? trust : 0,
    roleKey: null,
  })),
});

describe('writing', () => {
  it.each<[string, Actor, number, string | null]>([
    ['a guest', guest, 0, 'signed-out'],
    ['an unconfirmed member', fan({ confirmed: false }), 0, 'unconfirmed'],
    ['a suspended member', fan({ suspended: true }), 0, 'signed-out'],
    ['a fan', fan(), 0, null],
    ['a fan below the board’s trust', fan({ trust: 1 }), 2, 'trust-too-low'],
    ['a fan at the board’s trust', fan({ trust: 2 }), 2, null],
    ['staff below the board’s trust', staff('SUPPORT'), 4, null],
  ])('%s', (_who, actor, trust, refusal) =>
    expect(refusalToWrite({ actor, owned: [] }, open(trust))?.code ?? null).toBe(refusal),
  );

  it('stops in a closed thread, but not for moderators', () => {
    const refused = (actor: Actor) => refusalToReply({ actor, owned: [] }, open(0), { closed: true })?.code;
    expect([fan(), staff('SUPPORT'), staff('MODERATOR')].map(refused)).toEqual([
      'thread-closed',
      'thread-closed',
      undefined,
    ]);
  });

  it('keeps ideas and reviews on product boards', () => {
    expect(fitsBoard('IDEA', { productId: null })).toBe(false);
    expect(fitsBoard('REVIEW', { productId: null })).toBe(false);
    expect(fitsBoard('QUESTION', { productId: null })).toBe(true);
    expect(fitsBoard('IDEA', { productId: 'p' })).toBe(true);
  });
});

describe('every role', () => {
  const moderators = new Set<BuiltInRole>(['MODERATOR', 'ADMIN']);
  it.each(builtInRoles)('%s', (role) => {
    const may = moderators.has(role);
    expect(canModerate(staff(role))).toBe(may);
    expect(canEdit(staff(role), others)).toBe(may);
    expect(canEdit(staff(role), { ...others, hidden: true })).toBe(false);
    expect(canWithdraw(staff(role), others)).toBe(false);
    expect(canAccept(staff(role), question)).toBe(true);
  });

  it('a fan has their own words only', () => {
    expect(canModerate(fan())).toBe(false);
    expect(canEdit(fan(), others)).toBe(false);
    expect(canEdit(fan(), { authorId: 'fan', hidden: false })).toBe(true);
    expect(canEdit(fan({ confirmed: false }), { authorId: 'fan', hidden: false })).toBe(false);
    expect(canWithdraw(fan(), { authorId: 'fan', hidden: false })).toBe(true);
    expect(canWithdraw(fan(), { authorId: 'fan', hidden: true })).toBe(false);
    expect(canAccept(fan(), question)).toBe(false);
    expect(canAccept(fan({ id: 'asker' }), question)).toBe(true);
    expect(canAccept(fan({ id: 'asker' }), { ...question, kind: 'DISCUSSION' })).toBe(false);
    expect([canEdit(guest, others), canWithdraw(guest, others), canAccept(guest, question)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
