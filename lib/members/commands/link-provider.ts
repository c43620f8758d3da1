import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { readableCode } from '@/lib/core/ids';

import { broughtName, enrolMember, freeHandle } from './enrol-member';
import type { Proved } from './confirm-sign-up';
import { holdByEmail } from './hold-by-email';
import { takeOver } from './take-over';

export type ProviderProfile = {
  provider: string;
  /** By what the provider knows the person, the id that stays when others change first. */
  providerIds: string[];
  /** The address, only if the provider says that it is verified. */
  verifiedEmail: string | null;
  /** Of a provider that knows no addresses: its word for the person is enough. */
  withoutAddress?: true;
  name: string;
  /** What the handle is made from. */
  login: string;
  /** The language of those who come by it, where most speak one. */
  locale?: string;
};

/** Finds the member of an OAuth identity; links it by an address that the provider has verified, or makes a new member. */
export async function memberOfProvider(ctx: Ctx, profile: ProviderProfile): Promise<Proved> {
  const { verifiedEmail: email, withoutAddress } = profile;
  const known = await findLinked(ctx, profile);
  if (known) return known;
  if (!email && !withoutAddress) throw new Refused('provider-unverified', 'the provider has not verified this address');
  const member = (email && (await claimByEmail(ctx, profile, email))) || (await createFrom(ctx, profile, email));
  const linked = await link(ctx, profile, member);
  // Of two that come at once with one identity, the second finds it linked and makes no member.
  if (linked < profile.providerIds.length) throw new Refused('failed', 'the identity was linked meanwhile');
  return member;
}

async function findLinked(ctx: Ctx, profile: ProviderProfile): Promise<Proved | null> {
  const { provider, providerIds } = profile;
  const accounts = await ctx.db.signInAccount.findMany({
    where: { provider, providerId: { in: providerIds } },
    select: { providerId: true, member: { select: { id: true, sessionVersion: true } } },
  });
  const account = providerIds.map((id) => accounts.find(({ providerId }) => providerId === id)).find(Boolean);
  if (!account) return null;
  const member = { memberId: account.member.id, version: account.member.sessionVersion };
  // What the provider says of them since, such as the id that its applications share.
  if (accounts.length < providerIds.length) await link(ctx, profile, member);
  return member;
}

async function link(ctx: Ctx, { provider, providerIds }: ProviderProfile, { memberId }: Proved): Promise<number> {
  const { count } = await ctx.db.signInAccount.createMany({
    data: providerIds.map((providerId) => ({ provider, providerId, memberId, createdAt: ctx.now })),
    skipDuplicates: true,
  });
  return count;
}

async function claimByEmail(ctx: Ctx, profile: ProviderProfile, email: string): Promise<Proved | null> {
  const member = await holdByEmail(ctx, { email });
  if (!member) return null;
  if (member.emailVerifiedAt) return { memberId: member.id, version: member.sessionVersion };
  const { id, handle, version } = await takeOver(ctx, member, {
    ...(await namesFor(ctx, profile, email)),
    passwordHash: null,
  });
  ctx.touch(`member:${handle}`);
  await ctx.emit('member.joined', { memberId: id });
  return { memberId: id, version };
}

async function createFrom(ctx: Ctx, profile: ProviderProfile, email: string | null): Promise<Proved> {
  const names = await namesFor(ctx, profile, email);
  const { locale } = profile;
  const { id, version } = await enrolMember(ctx, { ...names, email, confirmed: email !== null, locale });
  await ctx.emit('member.joined', { memberId: id });
  return { memberId: id, version };
}

async function namesFor(ctx: Ctx, { name, login }: ProviderProfile, email: string | null) {
  // A thousand people whom nothing names would otherwise count through each other's handles.
  const nameless = `fan-${readableCode(6).toLowerCase()}`;
  const handle = await freeHandle(ctx, login || email?.split('@')[0] || nameless);
  return { handle, name: broughtName(name, handle) };
}
