/** The trials that a domain's access.test.ts makes of its rows in access.ts, each with the whole cast. */
import { beforeAll, expect, it } from 'vitest';

import type { Actor } from '@/lib/core/actor';
import type { Audience, Bearer, Served } from '@/lib/core/access';
import { endpoints } from '@/lib/server/endpoints';
import { actorOf } from '@/lib/server/actor';
import { handleEndpoint } from '@/lib/server/handle-endpoint';
import type { Session } from '@/lib/server/token';
import { tables } from '@/tests/guarantees/tables';

import { admittedBy, cast, confirmedMembers, makeCast, type Who } from './cast';
import { refusal } from './refusal';

type Run = (actor: Actor) => Promise<unknown>;
type Asked = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
type People = { actors: Record<Who, Actor>; sessions: Record<Who, Session | null> };

const shut = ['forbidden', 'not-found', 'signed-out', 'unconfirmed'];
const fans = ['guest', 'suspended', 'unconfirmed', 'new', 'fan'] as const;
// What members may do asks for no permission, so that nobody who holds a single one is told apart from a fan.
const membersAndOthers = [...fans, 'ADMIN'] as const;

/** The trials of one domain; each of them is a test of its own. */
export function tryAccess(domain: string) {
  const people = {} as People;
  beforeAll(async () => void Object.assign(people, await makePeople()));
  return {
    /** Members whose address is confirmed do it; all others hear what is missing. */
    isForConfirmedMembers: (name: string, run: Run) =>
      it(`${name} is for confirmed members`, async () => {
        expectMembers(domain, name);
        const codes = await codesOf(run, people, membersAndOthers);
        expect(codes).toEqual(
          Object.fromEntries(
            membersAndOthers.map((who) => [who, confirmedMembers.includes(who) ? 'done' : codes[who]]),
          ),
        );
        expect(membersAndOthers.filter((who) => ['signed-out', 'unconfirmed'].includes(codes[who] ?? ''))).toEqual(
          membersAndOthers.filter((who) => !confirmedMembers.includes(who)),
        );
      }),

    /** Nobody does it to what is another member's. */
    touchesNothingOfOthers: (name: string, run: Run) =>
      it(`${name} touches nothing of another member`, async () => {
        expectMembers(domain, name);
        for (const who of fans) expect(shut, `${name} by ${who}`).toContain(await refusal(run(people.actors[who])));
      }),

    /** It is about the actor alone, so that a guest is refused. */
    isNothingForGuests: (name: string, run: Run, code: string) =>
      it(`${name} is nothing for guests`, async () => {
        expectMembers(domain, name);
        expect(await refusal(run(people.actors.guest))).toBe(code);
      }),

    /** Staff of the roles in its row do it, or hear why it cannot be done now; to all others it is refused. */
    isForStaff: (name: string, run: Run) =>
      it(`${name} is for its staff`, async () => {
        const admitted = admittedBy(rolesOf(domain, name));
        const codes = await codesOf(run, people, cast);
        expect({ refused: cast.filter((who) => shut.includes(codes[who] ?? '')), codes }).toEqual({
          refused: cast.filter((who) => !admitted.includes(who)),
          codes,
        });
      }),

    /** The endpoint answers those of its row, on the rows that are prepared for it (the fan's, where they are somebody's). */
    answersTheCast: (name: string, prepare: (people: People) => Promise<Asked> = async () => ({})) =>
      it(name, async () => {
        const admitted = admittedBy(rowOf(domain, name));
        const asked = await prepare(people);
        const statuses = {} as Record<Who, number>;
        for (const who of cast) statuses[who] = await statusOf(name, who, people, asked);
        const open = cast.filter((who) => ![401, 403, 404].includes(statuses[who]));
        expect({ open, statuses }).toEqual({ open: cast.filter((who) => admitted.includes(who)), statuses });
        expect(Object.values(statuses).filter((status) => status >= 500)).toEqual([]);
      }),
  };
}

async function makePeople(): Promise<People> {
  const sessions = await makeCast();
  const actors = {} as Record<Who, Actor>;
  for (const who of cast) actors[who] = await actorOf(sessions[who]);
  return { actors, sessions };
}

// One after another, those to be refused among them: what is done first does not change whom the next trial admits.
async function codesOf(run: Run, { actors }: People, asking: readonly Who[]): Promise<Partial<Record<Who, string>>> {
  const codes: Partial<Record<Who, string>> = {};
  for (const who of asking) codes[who] = await refusal(run(actors[who]));
  return codes;
}

async function statusOf(name: string, who: Who, { sessions }: People, asked: Asked): Promise<number> {
  const endpoint = endpoints.find(({ method, path }) => `${method} ${path}` === name);
  if (!endpoint) throw new Error(`There is no ${name}`);
  const { status } = await handleEndpoint(endpoint, {
    params: asked.params ?? {},
    query: new URLSearchParams(asked.query),
    ip: `10.1.1.${cast.indexOf(who)}`,
    actor: () => actorOf(sessions[who]),
    memberId: async () => sessions[who]?.memberId ?? null,
    body: async () => asked.body,
  });
  return status;
}

function servedBy(domain: string, name: string): Served[] {
  const { commands, flows } = tables[domain] ?? {};
  return [commands?.[name], flows?.[name]].filter((row) => row !== undefined);
}

// A trial of what has no row, or another one, would prove nothing.
const expectMembers = (domain: string, name: string) => expect(servedBy(domain, name)).toContain('members');

function rolesOf(domain: string, name: string): Audience {
  const roles = tables[domain]?.flows?.[name];
  if (!Array.isArray(roles)) throw new Error(`${domain}.${name} is no flow of staff`);
  return roles;
}

function rowOf(domain: string, name: string): Audience | Bearer {
  const row = tables[domain]?.endpoints?.[name];
  if (!row) throw new Error(`${domain} has no row for ${name}`);
  return row;
}
