/** What other domains may read of units along relations. */
import { namedVariant } from '@/lib/catalog/published';
import type { Prisma } from '@/lib/core/prisma-client/client';
import type { UnitEventKind } from '@/lib/core/prisma-client/enums';

/** A serial number, IMEI or EID as it is compared: no gaps, capitals. */
export const plainIdentifier = (typed: string): string => typed.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();

/** A unit's serial number. */
export const unitSerial = { serial: true } as const satisfies Prisma.UnitSelect;

/** A unit as those see it who repair it: its number, what it is, and how it stands. */
export const repairedUnit = {
  ...{ serial: true, state: true, variant: { select: namedVariant } },
} as const satisfies Prisma.UnitSelect;

/** A unit's serial number, with what it is. */
export const serialOf = { serial: true, variant: { select: namedVariant } } as const satisfies Prisma.UnitSelect;

/** What an owner reads of a unit's history: what happened to it, and nothing of warehouses, of money, or of who wrote it down. */
export const kindsForOwners = [
  'MADE',
  'SHIPPED',
  'OWNED',
  'TRANSFERRED',
  'LOST',
  'FOUND',
  'RETURNED',
  'IN_REPAIR',
  'REPAIRED',
  'RECALLED',
  'REMEDIED',
] as const satisfies readonly UnitEventKind[];
export type KindForOwners = (typeof kindsForOwners)[number];

/** A unit as its owner sees it: its numbers, its state, and what happened to it, the newest first. */
export const unitForOwner = {
  ...{ id: true, serial: true, state: true, createdAt: true },
  identifiers: { orderBy: { kind: 'asc' }, take: 10, select: { kind: true, value: true } },
  events: {
    where: { kind: { in: [...kindsForOwners] } },
    orderBy: { seq: 'desc' },
    take: 100,
    select: { seq: true, kind: true, at: true },
  },
} as const satisfies Prisma.UnitSelect;

/** When a unit came back, or its order's money went back, the earliest first, few. */
export const takenBack = {
  events: {
    where: { kind: { in: ['RETURNED', 'REFUNDED'] } },
    orderBy: { seq: 'asc' },
    take: 20,
    select: { at: true },
  },
} as const satisfies Prisma.UnitSelect;
