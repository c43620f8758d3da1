import { z } from 'zod';

import { cleanJson } from '@/lib/core/clean-json';
import type { Prisma } from '@/lib/core/prisma-client/client';

import { faults, type FileRow } from './choices';

const rows = z.array(z.object({ row: z.number(), from: z.string(), to: z.string(), fault: z.enum(faults).optional() }));

/** The rows of a file as they were kept. */
export const readFileRows = (kept: unknown): FileRow[] => rows.parse(kept);

/** Rows as they are kept. */
export const keptRows = (given: readonly FileRow[]): Prisma.InputJsonValue => cleanJson(given) as Prisma.InputJsonValue;
