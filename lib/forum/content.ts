import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/errors';
import { excerpt, withoutStrangers } from '@/lib/core/markdown';
import { cleanText } from '@/lib/core/sanitize';
import { runSlow, type Turn } from '@/lib/outside/slow';

export type Content = { markdown: string; html: string; excerpt: string; mentioned: string[] };

const mostMentions = 20;
const excerptLength = 240;
const visible = /[^\s\p{C}]/u;

/** Turns what a member wrote into what is kept: safe HTML, its first words, and the members it names. */
export async function writeContent(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  typed: string,
  turn: Turn = { owner: memberId(actor) ?? undefined, first: true },
): Promise<Content> {
  const markdown = cleanText(typed);
  const draft = await runSlow('render', { markdown, origin: env.PUBLIC_URL }, turn);
  if (!draft.fits)
    throw new Refused('too-much-markup', 'More formatting, links or pictures than a post can hold', { field: 'body' });
  if (!visible.test(draft.text) && draft.images.length === 0)
    throw new Refused('required', 'Nothing readable was written', { field: 'body' });
  const named = await membersNamed(db, draft.handles.slice(0, mostMentions));
  const html = withoutStrangers(draft.html, (handle) => named.has(handle));
  return { markdown, html, excerpt: excerpt(html, excerptLength), mentioned: [...named.values()] };
}

async function membersNamed(db: Reading['db'], handles: string[]): Promise<Map<string, string>> {
  if (handles.length === 0) return new Map();
  const members = await db.$queryRaw<{ id: string; handle: string }[]>`
    SELECT "id", "handle" FROM members.person WHERE "handle" = ANY(${handles}::text[])`;
  return new Map(members.map(({ id, handle }) => [handle, id]));
}
