import { z } from 'zod';

import type { Reading } from '@/lib/core/context';
import { plainName } from '@/lib/members/published';

/** The parts of a plan that can change. */
export const planParts = ['title', 'texts', 'times', 'rule', 'terms', 'countries', 'units', 'waves'] as const;
export type PlanPart = (typeof planParts)[number];

const acts = ['drop.edit', 'drop.addUnits', 'drop.addWave', 'drop.editWave', 'drop.removeWave'];
const detail = z.object({ parts: z.array(z.enum(planParts)).optional() });

/** Who changed a plan since a version of it, and which parts; the newest first. */
export async function listPlanChanges(
  { db }: Pick<Reading, 'db'>,
  { dropId, since }: { dropId: string; since: number },
): Promise<{ name: string | null; parts: PlanPart[] }[]> {
  const rows = await db.auditEntry.findMany({
    where: { subjectType: 'drop', subjectId: dropId, act: { in: acts }, detail: { path: ['version'], gt: since } },
    orderBy: { at: 'desc' },
    take: 20,
    select: { act: true, detail: true, actor: { select: plainName } },
  });
  return rows.map((row) => ({ name: row.actor?.name ?? null, parts: partsOf(row) }));
}

function partsOf({ act, detail: given }: { act: string; detail: unknown }): PlanPart[] {
  if (act === 'drop.addUnits') return ['units'];
  return act === 'drop.edit' ? (detail.safeParse(given).data?.parts ?? []) : ['waves'];
}
