import { isMember, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { writeContent } from './content';
import { previewInput } from './schema';
import { limits } from './limits';

const charactersPerUse = 2_000;

/** What a text will look like, by the renderer that will keep it. A long text takes more of a member's budget than a short one. */
export async function previewPost(actor: Actor, given: unknown): Promise<{ html: string }> {
  if (!isMember(actor)) throw new Refused('signed-out');
  const parsed = previewInput.safeParse(given);
  if (!parsed.success) throw new Refused('invalid');
  const { body } = parsed.data;
  const { db, now } = reading(actor);
  await spend(db, limits.preview, actor.id, now, Math.max(1, Math.ceil(body.length / charactersPerUse)));
  if (!body.trim()) return { html: '' };
  const { html } = await writeContent({ db, actor }, body, { owner: actor.id });
  return { html };
}
