import { system, type SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import type { BuiltInRole } from '@/lib/core/permissions';
import { enrolMember } from '@/lib/members/commands';
import { hashPassword } from '@/lib/members/password';

import { asRoles } from './as-roles';
import { word } from './word';

type Wanted = {
  handle?: string;
  name?: string;
  email?: string | null;
  password?: string;
  roles?: BuiltInRole[];
  trust?: number;
  confirmed?: boolean;
  locale?: 'en' | 'zh';
  source?: string;
  sourceId?: string;
  joinedAt?: Date;
};

/** A member in the database, signed in: a confirmed fan of trust 1 unless the test wants otherwise. */
export async function makeMember(wanted: Wanted = {}): Promise<SignedIn> {
  const { roles = [], trust = 1, confirmed = true, locale = 'en', password, ...rest } = wanted;
  const handle = rest.handle ?? `m${word()}`;
  const email = rest.email === undefined ? `${handle}@test.millet` : rest.email;
  const name = rest.name ?? `Member ${handle}`;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const { id } = await transact(enrolMember)(system, {
    ...rest,
    handle,
    name,
    email,
    passwordHash,
    roles,
    trust,
    confirmed,
    locale,
  });
  return {
    kind: 'member',
    id,
    handle,
    name,
    avatar: null,
    locale,
    ...asRoles(...roles),
    trust,
    confirmed,
    suspended: false,
  };
}
