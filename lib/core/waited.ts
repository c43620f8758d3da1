import { Prisma } from './prisma-client/client';

type Waited = { began: Prisma.Sql; ended: Prisma.Sql; zone: string };

/**
 * The columns of a `ResponseRow`, to be grouped by the first of them: by the week of a zone's calendar in which something began, how much
 * came, how much of it was answered, and the seconds that half and nine tenths of that waited at most.
 */
export function waitedByWeek({ began, ended, zone }: Waited): Prisma.Sql {
  const waited = Prisma.sql`extract(epoch FROM ${ended} - ${began})`;
  return Prisma.sql`to_char(date_trunc('week', ${began} AT TIME ZONE ${zone}), 'YYYY-MM-DD') AS week, count(*)::int AS came,
    count(${ended})::int AS answered,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY ${waited}) AS median,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY ${waited}) AS most`;
}
