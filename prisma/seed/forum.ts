import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { after, hour, minute } from '@/lib/core/time';
import { startThread } from '@/lib/flows/forum/start-thread';
import { reportPost } from '@/lib/flows/moderation/report-post';
import {
  acceptAnswer,
  closeThread,
  editPost,
  hidePost,
  markRead,
  openBoard,
  pinThread,
  reply,
  votePost,
} from '@/lib/forum/commands';

import { boards } from './forum-boards';
import { englishThreads } from './forum-english';
import { chineseThreads } from './forum-chinese';
import { ownersThreads } from './forum-owners';
import type { SeedReply, SeedThread } from './forum-shapes';
import type { World } from './world';

/** Opens the boards and lets the cast talk on them for some weeks. */
export async function seedForum(world: World): Promise<void> {
  const admin = part(world, 'admin');
  for (const { product, ...board } of boards) {
    const productId = product ? world.products[product]!.id : null;
    await transact(openBoard)(admin, { ...board, productId }, { now: world.ago(200) });
  }
  await tell(world, [...englishThreads, ...chineseThreads]);
}

/** The owners' own board, once there are owners. */
export async function seedOwnersRoom(world: World): Promise<void> {
  await tell(world, ownersThreads);
}

type Act = { at: Date; do: (now: Date) => Promise<unknown> };
type Place = { number: number; posts: string[] };

// In the order of time, as it would have happened: limits count what came before.
async function tell(world: World, threads: SeedThread[]): Promise<void> {
  const acts = threads.flatMap((thread) => actsOf(world, thread));
  for (const act of acts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await act.do(act.at);
}

function actsOf(world: World, thread: SeedThread): Act[] {
  const place: Place = { number: 0, posts: [] };
  const start = world.ago(...thread.ago);
  const by = part(world, thread.by);
  const { board, kind, title, body, state } = thread;
  const open: Act = {
    at: start,
    do: async (now) => {
      const made = await startThread(by, { board, kind, title, body }, { now });
      Object.assign(place, { number: made.number, posts: [made.postId] });
    },
  };
  const replies = (thread.replies ?? []).flatMap((each) => replyActs(world, place, start, each));
  const last = after(start, Math.max(0, ...(thread.replies ?? []).map(({ hours }) => hours)) * hour + 20 * minute);
  const states: Act[] = [];
  if (state?.pinned)
    states.push({
      at: last,
      do: (now) => transact(pinThread)(part(world, 'mod'), { thread: place.number, on: true, reason: '' }, { now }),
    });
  if (state?.closed)
    states.push({
      at: last,
      do: (now) =>
        transact(closeThread)(part(world, 'mod'), { thread: place.number, on: true, reason: state.closed! }, { now }),
    });
  return [
    open,
    ...voteActs(world, place, 0, thread.by, start, thread.votes ?? 0),
    ...replies,
    ...states,
    ...readActs(world, place, last, thread),
  ];
}

function replyActs(world: World, place: Place, start: Date, { by, hours, body, to = 1, ...rest }: SeedReply): Act[] {
  const at = after(start, hours * hour);
  const author = part(world, by);
  let own = 0;
  const acts: Act[] = [
    {
      at,
      do: async (now) => {
        const made = await transact(reply)(author, { thread: place.number, parent: to, body }, { now });
        own = made.number - 1;
        place.posts[own] = made.postId;
      },
    },
  ];
  const later = (minutes: number, deed: (now: Date, post: string) => Promise<unknown>) =>
    acts.push({ at: after(at, minutes * minute), do: (now) => deed(now, place.posts[own]!) });
  if (rest.votes)
    voters(world, by, rest.votes).forEach((voter, nth) =>
      later(10 + nth * 7, (now, post) => transact(votePost)(voter, { post, on: true }, { now })),
    );
  if (rest.edited)
    later(12, (now, post) => transact(editPost)(author, { post, body: rest.edited!, reason: '' }, { now }));
  if (rest.accepted)
    later(30, (now, post) => transact(acceptAnswer)(part(world, rest.accepted!), { post, on: true }, { now }));
  rest.reports?.forEach(([who, reason, note], nth) =>
    later(25 + nth * 9, (now, post) => reportPost(part(world, who), { post, reason, note }, { now })),
  );
  if (rest.hidden)
    later(90, (now, post) => transact(hidePost)(part(world, 'mod'), { post, reason: rest.hidden! }, { now }));
  return acts;
}

function voteActs(world: World, place: Place, post: number, author: string, start: Date, count: number): Act[] {
  return voters(world, author, count).map((voter, nth) => ({
    at: after(start, (nth + 1) * 40 * minute),
    do: (now) => transact(votePost)(voter, { post: place.posts[post]!, on: true }, { now }),
  }));
}

// Whoever reads along has seen all of the older threads, and of the newest only the beginning.
function readActs(world: World, place: Place, last: Date, { ago: [days] }: SeedThread): Act[] {
  const upTo = (posts: number) => (days > 4 ? posts : 1);
  return ['fan', 'owner'].map((who) => ({
    at: last,
    do: (now) =>
      transact(markRead)(part(world, who), { thread: place.number, upTo: upTo(place.posts.length) }, { now }),
  }));
}

function voters(world: World, author: string, count: number): SignedIn[] {
  const all = Object.keys(world.cast).filter((who) => who !== author && who !== 'dex');
  const from = [...author].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % all.length;
  return [...all.slice(from), ...all.slice(0, from)].slice(0, count).map((who) => part(world, who));
}

// One member is suspended by now, but was not when they wrote.
function part(world: World, who: string): SignedIn {
  return { ...world.cast[who]!, suspended: false };
}
