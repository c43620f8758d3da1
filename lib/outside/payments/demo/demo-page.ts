import type { DemoSession } from './demo-session';
import { clock } from '@/lib/core/time';

import { findDemo } from './demo-sessions';

export { demoOutcomes, payDemo, type DemoOutcome } from './demo-sessions';

export type DemoPage = { session: DemoSession; over: boolean };

/** A session as the gateway's own page shows it. */
export async function getDemoPage(id: string): Promise<DemoPage | null> {
  const session = await findDemo(id);
  return session && { session, over: session.state !== 'OPEN' || session.expiresAt <= clock() };
}
