import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import { broughtName, enrolMember, freeHandle } from './enrol-member';
import type { Proved } from './confirm-sign-up';
import { holdByEmail } from './hold-by-email';
import { takeOver } from './take-over';

export type ProviderProfile = {
  provider: string;
  providerId: string;
  /** The address, only if the provider says that it is verified. */
  verifiedEmail: string | null;
  name: string;
  /** What the handle is made from. */
  login: string;
};

/** Finds the member of an OAuth identity; links it by an address that the provider has verified, or makes a new member. */
export async function memberOfProvider(ctx: Ctx, profile: ProviderProfile): Promise<Proved> {
  const { provider, providerId, verifiedEmail } = profile;
  const account = await ctx.db.signInAccount.findUnique({
    where: { provider_providerId: { provider, providerId } },
    select: { member: { select: { id: true, sessionVersion: true } } },
  });
  if (account) return { memberId: account.member.id, version: account.member.sessionVersion };
  if (!verifiedEmail) throw new Refused('provider-unverified', 'the provider has not verified this address');
  const member = (await claimByEmail(ctx, profile, verifiedEmail)) ?? (await createFrom(ctx, profile, verifiedEmail));
  await ctx.db.signInAccount.create({ data: { provider, providerId, memberId: member.memberId, createdAt: ctx.now } });
  return member;
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

async function createFrom(ctx: Ctx, profile: ProviderProfile, email: string): Promise<Proved> {
  const { id, version } = await enrolMember(ctx, { ...(await namesFor(ctx, profile, email)), email, confirmed: true });
  await ctx.emit('member.joined', { memberId: id });
  return { memberId: id, version };
}

async function namesFor(ctx: Ctx, { name, login }: ProviderProfile, email: string) {
  const handle = await freeHandle(ctx, login || email.split('@')[0] || 'fan');
  return { handle, name: broughtName(name, handle) };
}
