/** Whom each server action admits: tried with the whole cast, by the rows of the domains. */
import { beforeAll, describe, expect, it, vi } from 'vitest';

import type { Actor } from '@/lib/core/actor';
import type { Action } from '@/lib/web/action';
import { actorOf } from '@/lib/server/actor';
import { admittedBy, cast, makeCast, type Who } from '@/tests/support/cast';

import { compare, complete, inDomain, rowsOf } from './tables';

const visit = vi.hoisted(() => ({ actor: undefined as Actor | undefined }));

vi.mock('@/lib/web/session', () => ({
  currentActor: () => Promise.resolve(visit.actor),
  startSession: vi.fn(),
  endSession: vi.fn(),
}));
vi.mock('@/lib/web/code-cookie', () => ({ keepCodeId: vi.fn(), keptCodeId: vi.fn(), dropCodeId: vi.fn() }));
vi.mock('@/lib/web/device-cookie', () => ({ keepDevice: vi.fn(), keptDevice: vi.fn() }));
vi.mock('next/cache', () => ({ updateTag: vi.fn(), revalidateTag: vi.fn() }));

// Read once: thirteen thousand questions would each read the same again.
const actors = new Map<Who, Actor>();
beforeAll(async () => {
  const sessions = await makeCast();
  for (const who of cast) actors.set(who, await actorOf(sessions[who]));
});

const modules = import.meta.glob<Record<string, Action<unknown>>>('/app/actions/*.ts', { eager: true });
const found = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).map(([name, run]) => ({ domain: file.split('/')[3]?.split('.')[0] ?? '', name, run })),
);
const rows = new Map(rowsOf('actions').map((each) => [inDomain(each), each.row]));

describe('server actions', () => {
  it('each have a row in their domain’s access.ts', () => {
    expect(compare(found.map(inDomain), rowsOf('actions').map(inDomain))).toEqual(complete);
  });

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
  visit.actor = actors.get(who);
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

it('the cast is who it is said to be', () => {
  expect(cast.filter((who) => actors.get(who)?.kind === 'guest')).toEqual(['guest', 'suspended']);
});
