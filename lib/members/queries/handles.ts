import type { Reading } from '@/lib/core/context';

/** A member by the name that stands in addresses. */
export type Handle = { id: string; handle: string };

const hasHandle = (member: { id: string; handle: string | null }): member is Handle => member.handle !== null;

/** One member's handle; null when there is no such member, or it is a customer without an account. */
export async function getHandle(
  { db }: Pick<Reading, 'db'>,
  { memberId }: { memberId: string },
): Promise<Handle | null> {
  const member = await db.member.findUnique({ where: { id: memberId }, select: { id: true, handle: true } });
  return member && hasHandle(member) ? member : null;
}

/** The handles of members, in the order in which the members are given. */
export async function listHandles(
  { db }: Pick<Reading, 'db'>,
  { memberIds }: { memberIds: string[] },
): Promise<Handle[]> {
  const rows = await db.member.findMany({ where: { id: { in: memberIds } }, select: { id: true, handle: true } });
  return memberIds.flatMap((id) => rows.filter(hasHandle).find((row) => row.id === id) ?? []);
}

/** The handle of the member whom an old forum knew by a name, or who has that handle here; the handle goes first. Two statements at most. */
export async function findHandleFrom(
  { db }: Pick<Reading, 'db'>,
  { source, name }: { source: string; name: string },
): Promise<{ handle: string; own: boolean } | null> {
  const handle = name.toLowerCase();
  const own = await db.member.findUnique({ where: { handle }, select: { id: true } });
  if (own) return { handle, own: true };
  const brought = await db.member.findUnique({
    where: { source_sourceId: { source, sourceId: handle } },
    select: { handle: true },
  });
  return brought?.handle ? { handle: brought.handle, own: false } : null;
}
