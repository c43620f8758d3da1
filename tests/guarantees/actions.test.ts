/** Whom each server action admits: tried with the whole cast, by the rows of the domains. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { db } from '@/lib/core/db';
import type { Action } from '@/lib/web/action';
import { actorOf } from '@/lib/server/actor';
import type { Session } from '@/lib/server/token';
import { admittedBy, cast, makeCast, type Who } from '@/tests/support/cast';

import { compare, complete, inDomain, rowsOf } from './tables';

const visit = vi.hoisted(() => ({ session: null as Session | null }));

vi.mock('@/lib/web/session', async () => {
  const { actorOf: read } = await import('@/lib/server/actor');
  return { currentActor: () => read(visit.session), startSession: vi.fn(), endSession: vi.fn() };
});
vi.mock('@/lib/web/code-cookie', () => ({ keepCodeId: vi.fn(), keptCodeId: vi.fn(), dropCodeId: vi.fn() }));
vi.mock('@/lib/web/device-cookie', () => ({ keepDevice: vi.fn(), keptDevice: vi.fn() }));
vi.mock('next/cache', () => ({ updateTag: vi.fn(), revalidateTag: vi.fn() }));

let sessions: Record<Who, Session | null>;
beforeAll(async () => void (sessions = await makeCast()));

const modules = import.meta.glob<Record<string, Action<unknown>>>('/app/actions/*.ts', { eager: true });
const found = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).map(([name, run]) => ({ domain: file.split('/')[3]?.split('.')[0] ?? '', name, run })),
);
const rows = new Map(rowsOf('actions').map((each) => [inDomain(each), each.row]));

describe('server actions', () => {
  it('each have a row in their domain’s access.ts', () => {
    expect(compare(found.map(inDomain), rowsOf('actions').map(inDomain))).toEqual(complete);
  });

  // Signing out everywhere ends the sessions that it was asked with.
  afterEach(
    async () =>
      void (await db.member.updateMany({ where: { sessionVersion: { gt: 1 } }, data: { sessionVersion: 1 } })),
  );

  it.each(found.map((each) => [inDomain(each), each.run] as const))('%s', async (name, run) => {
    const admitted = admittedBy(rows.get(name) ?? []);
    const answers: Partial<Record<Who, string>> = {};
    for (const who of cast) answers[who] = await ask(run, who);
    expect(answers).toEqual(
      Object.fromEntries(cast.map((who) => [who, admitted.includes(who) ? 'admitted' : refusal(who, admitted)])),
    );
  });
});

const shut = new Set(['signed-out', 'unconfirmed', 'not-found', 'forbidden']);

async function ask(run: Action<unknown>, who: Who): Promise<string> {
  visit.session = sessions[who];
  try {
    const answer = await run({ status: 'idle' }, new FormData());
    return answer.status === 'refused' && shut.has(answer.problem.code) ? answer.problem.code : 'admitted';
  } catch (error) {
    if (/NEXT_REDIRECT/.test(String((error as { digest?: string }).digest))) return 'admitted';
    throw error;
  }
}

// Staff actions are not there for others; a members' action says what is missing.
function refusal(who: Who, admitted: readonly Who[]): string {
  if (!admitted.includes('fan')) return 'not-found';
  return who === 'unconfirmed' ? 'unconfirmed' : 'signed-out';
}

it('the cast is who it is said to be', async () => {
  const kinds = await Promise.all(cast.map(async (who) => [who, (await actorOf(sessions[who])).kind]));
  expect(kinds.filter(([, kind]) => kind === 'guest').map(([who]) => who)).toEqual(['guest', 'suspended']);
});
