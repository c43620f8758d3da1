import { may, type Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { domains } from '@/lib/domains';
import type { Domain, StaffSection } from '@/lib/core/domain';
import { saveView } from '@/lib/lists/commands';
import type { SaveView } from '@/lib/lists/schema';

const all: readonly Domain[] = domains;

/** Keeps a view of a list that the actor may see: a list has the name of its section of the staff pages. */
export async function saveListView(actor: Actor, input: SaveView): Promise<void> {
  const sections: readonly StaffSection[] = all.flatMap(({ staffSections = [] }) => staffSections);
  const section = sections.find(({ name }) => name === input.list);
  if (!section || !may(actor, section.permission)) throw notFound('list');
  await transact(saveView)(actor, input);
}
