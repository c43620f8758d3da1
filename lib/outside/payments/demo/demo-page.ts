import { env } from '@/lib/core/env';
import type { DemoSession } from '@/lib/core/prisma-client/client';
import { clock } from '@/lib/core/time';

import { findDemo } from './demo-sessions';

export { demoOutcomes, payDemo, type DemoOutcome } from './demo-sessions';

export type DemoPage = { session: DemoSession; over: boolean };

/** A session as the gateway's own page shows it. */
export async function getDemoPage(id: string): Promise<DemoPage | null> {
  const session = await findDemo(id);
  return session && { session, over: session.state !== 'OPEN' || session.expiresAt <= clock() };
}

/** A way back to the store that also works where the store is visited by another of its names. */
export function backTo(url: string): string {
  return url.startsWith(`${env.PUBLIC_URL}/`) ? url.slice(env.PUBLIC_URL.length) : url;
}
