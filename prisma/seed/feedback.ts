import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, hour, minute } from '@/lib/core/time';
import { mergeIdeas, publishRelease, saveRelease, stageIdea } from '@/lib/feedback/commands';
import { startThread } from '@/lib/flows/forum/start-thread';
import { voteForIdea } from '@/lib/flows/feedback/vote-for-idea';
import { reply } from '@/lib/forum/commands';

import { ideas } from './feedback-ideas';
import { releases } from './feedback-releases';
import type { SeedIdea, SeedRelease } from './feedback-shapes';
import { people } from './people';
import type { World } from './world';

type Act = { at: Date; do: (now: Date) => Promise<unknown> };
type Ids = Map<string, string>;

/** What fans asked for over half a year, what became of it, and who is named for it. In the order of time. */
export async function seedFeedback(world: World): Promise<void> {
  const ids: Ids = new Map();
  const acts = [
    ...ideas.flatMap((idea) => ideaActs(world, ids, idea)),
    ...releases.map((release) => releaseAct(world, ids, release)),
  ];
  for (const act of acts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await act.do(act.at);
}

function ideaActs(world: World, ids: Ids, idea: SeedIdea): Act[] {
  const begun = world.ago(idea.ago, 3);
  const id = () => ids.get(idea.key)!;
  const pm = part(world, 'pm');
  let number = 0;
  const share: Act = {
    at: begun,
    do: async (now) => {
      const { product, title, body } = idea;
      const thread = await startThread(part(world, idea.by), { board: product, kind: 'IDEA', title, body }, { now });
      const made = await db.idea.update({
        where: { threadId: thread.id },
        data: { kind: idea.kind ?? 'IDEA' },
        select: { id: true },
      });
      number = thread.number;
      ids.set(idea.key, made.id);
    },
  };
  const votes = voters(world, idea).map((voter, nth) =>
    act(after(begun, (nth + 1) * 95 * minute), (now) => voteForIdea(voter, { ideaId: id(), on: true }, { now })),
  );
  const replies = (idea.replies ?? []).map(([by, hours, body]) =>
    act(after(begun, hours * hour), (now) =>
      transact(reply)(part(world, by), { thread: number, parent: 1, body }, { now }),
    ),
  );
  const steps = (idea.steps ?? []).map(([to, ago, reason]) =>
    act(world.ago(ago), (now) => transact(stageIdea)(pm, { ideaId: id(), to, reason }, { now })),
  );
  const { mergedInto } = idea;
  const merge = mergedInto
    ? [
        act(world.ago(mergedInto[1]), (now) =>
          transact(mergeIdeas)(pm, { ideaId: id(), intoId: ids.get(mergedInto[0])!, reason: mergedInto[2] }, { now }),
        ),
      ]
    : [];
  return [share, ...votes, ...replies, ...steps, ...merge];
}

function releaseAct(world: World, ids: Ids, { product, ago, ideas: keys, ...words }: SeedRelease): Act {
  const pm = part(world, 'pm');
  return act(world.ago(ago), async (now) => {
    const release = { ...words, productId: world.products[product]!.id, ideas: keys.map((key) => ids.get(key)!) };
    const { id } = await transact(saveRelease)(pm, release, { now });
    await transact(publishRelease)(pm, { releaseId: id }, { now });
  });
}

const act = (at: Date, work: (now: Date) => Promise<unknown>): Act => ({ at, do: work });

// Fans who had joined by then; staff leave the votes to them.
function voters(world: World, { by, ago, votes, key }: SeedIdea): SignedIn[] {
  const there = people.filter(
    ({ part: role, handle, joinedDaysAgo, roles }) =>
      joinedDaysAgo > Math.min(ago, 30) && !roles && (role ?? handle) !== by && handle !== 'dex',
  );
  const from = [...key].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % there.length;
  return [...there.slice(from), ...there.slice(0, from)]
    .slice(0, votes)
    .map(({ part: role, handle }) => part(world, role ?? handle));
}

function part(world: World, who: string): SignedIn {
  return { ...world.cast[who]!, suspended: false };
}
