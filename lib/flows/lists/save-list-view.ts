import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { staffSectionsFor } from '@/lib/domains';
import { saveView } from '@/lib/lists/commands';
import type { SaveView } from '@/lib/lists/schema';

/** Keeps a view of a list that the actor may see: a list has the name of its section of the staff pages. */
export async function saveListView(actor: Actor, input: SaveView): Promise<void> {
  if (!staffSectionsFor(actor).some((name) => name === input.list)) throw notFound('list');
  await transact(saveView)(actor, input);
}
