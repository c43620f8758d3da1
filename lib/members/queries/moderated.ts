import type { Reading } from '@/lib/core/context';

/** What a member was warned for. */
export async function getWarning({ db }: Pick<Reading, 'db'>, { warningId }: { warningId: string }) {
  return db.warning.findUnique({ where: { id: warningId }, select: { reason: true } });
}

/** Why and until when a member was suspended. */
export async function getSuspension({ db }: Pick<Reading, 'db'>, { suspensionId }: { suspensionId: string }) {
  return db.suspension.findUnique({ where: { id: suspensionId }, select: { reason: true, until: true } });
}
