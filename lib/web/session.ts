import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';

import { isMember, isStaff, may, type Actor, type SignedIn } from '@/lib/core/actor';
import { type Locale, localeFrom } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { Permission } from '@/lib/core/permissions';
import { paths } from '@/lib/paths';

import { actorOf } from '@/lib/server/actor';
import { clientAddress, clientNetwork } from '@/lib/server/address';
import { askedPath, pathHeader } from '@/lib/server/asked-path';
import { requestIdHeader } from '@/lib/server/request-id';
import { sessionCookie, sessionCookieOptions } from '@/lib/server/cookies';
import { missingFor } from './missing-for';
import { openSession, sealSession, type Session } from '@/lib/server/token';

/** Who makes this request; read once per request. */
export const currentActor = cache(async (): Promise<Actor> => {
  // Never ahead of the request: whether a session holds depends on the moment.
  await connection();
  const token = (await cookies()).get(sessionCookie)?.value;
  const [seen, ip] = [await headers(), await currentNetwork()];
  const [requestId, agent] = [requestIdHeader, 'user-agent'].map((name) => seen.get(name) ?? undefined);
  return actorOf(await openSession(token), { ip, requestId, agent });
});

/** The network that this request comes from. */
export async function currentNetwork(): Promise<string> {
  const seen = await headers();
  return clientNetwork(clientAddress(seen.get('x-forwarded-for'), seen.get('x-millet-address') ?? undefined));
}

/** The signed-in member of a members' page; sends a guest to sign in and back. */
export async function requireMember(locale: Locale, next: string): Promise<SignedIn> {
  const actor = await currentActor();
  if (!isMember(actor)) redirect(inLocale(locale, paths.signIn(inLocale(locale, next))));
  return actor;
}

/** The staff member of a page for whom holds a permission; to everyone else the page does not exist. */
export async function requirePermission(permission: Permission): Promise<SignedIn> {
  return requireThat((actor) => may(actor, permission));
}

/** The same for whom holds one of several permissions. */
export async function requireAnyPermission(permissions: readonly Permission[]): Promise<SignedIn> {
  return requireThat((actor) => permissions.some((permission) => may(actor, permission)));
}

/** The staff member of a page for all staff; to everyone else the page does not exist. */
export async function requireStaff(): Promise<SignedIn> {
  return requireThat(isStaff);
}

async function requireThat(admits: (actor: SignedIn) => boolean): Promise<SignedIn> {
  const actor = await currentActor();
  if (isMember(actor) && admits(actor)) return actor;
  if (isMember(actor)) await askForFactor(actor);
  missingFor().staff = isMember(actor) && isStaff(actor);
  notFound();
}

/** Sends staff whose session lacks the second factor to give it, and back to the page at hand; lets everybody else pass. */
export async function askForFactor(actor: SignedIn): Promise<void> {
  if (!actor.waiting) return;
  const here = askedPath((await headers()).get(pathHeader));
  const locale = here ? (here.startsWith('/zh') ? 'zh' : 'en') : localeFrom(actor.locale);
  redirect(inLocale(locale, paths.secondFactor(here)));
}

/** Signs this browser in. Only inside an action or a route handler. */
export async function startSession(session: Session): Promise<void> {
  (await cookies()).set(sessionCookie, await sealSession(session), sessionCookieOptions);
}

/** Signs this browser out, and answers the session that ends with it. Only inside an action or a route handler. */
export async function endSession(): Promise<Session | null> {
  const kept = await cookies();
  const session = await openSession(kept.get(sessionCookie)?.value);
  kept.delete({ name: sessionCookie, path: '/', secure: sessionCookieOptions.secure });
  return session;
}
