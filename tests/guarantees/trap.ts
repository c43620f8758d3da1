import type { Actor } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { clock } from '@/lib/core/time';

export type Run = (ctx: Ctx, input: never) => Promise<unknown>;

class Touched extends Error {}

const stop = () => {
  throw new Touched();
};
const anyModel = new Proxy({}, { get: () => stop });
const fan = async () => ({ handle: 'fan', grants: [], trust: 1, emailVerifiedAt: new Date() });
const members = new Proxy({}, { get: (_, verb) => (verb === 'findUnique' ? fan : stop) });
const readRaw = async (words: TemplateStringsArray) => (words[0]?.startsWith('SELECT 1 FROM "Member"') ? [] : stop());
const parts: Record<string, unknown> = { $queryRaw: readRaw, $executeRaw: stop, member: members };
const database = new Proxy({}, { get: (_, name) => parts[String(name)] ?? anyModel });

/** Whether the command lets the actor go on to the database; what it may look at first is the member it is about, a fan. */
export async function howFar(run: Run, actor: Actor, input: Record<string, unknown>): Promise<'refused' | 'goes on'> {
  const ctx = { db: database, actor, now: clock(), requestId: 'test', emit: stop, touch: stop } as unknown as Ctx;
  try {
    await run(ctx, input as never);
  } catch (error) {
    if (error instanceof Refused && ['forbidden', 'not-found'].includes(error.code)) return 'refused';
    if (!(error instanceof Touched)) throw error;
  }
  return 'goes on';
}
