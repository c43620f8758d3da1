import type { Reading } from '@/lib/core/context';
import type { Db } from '@/lib/core/db';
import type { Channel, DropMode } from '@/lib/core/prisma-client/enums';

import type { NetPace } from '../choices/project-sell-out';
import { decidesAt, phaseOf, remainingIn, type Phase } from '../policy';
import { isStillWaiting } from '../scopes';
import { ofAnyState } from '../sql';
import { sumFCodes, type FCodeSums } from './f-codes';

/** One book of units: those offered, and what became of them; `entrants` asked for one where units are given by rank. */
export type StockCount = {
  allotmentId: string;
  wave: number;
  variantId: string;
  channel: Channel;
  units: number;
  remaining: number;
  held: number;
  paid: number;
  released: number;
  entrants: number;
};

/** Where a wave stands by itself. */
export type WaveCount = {
  number: number;
  phase: Phase | 'planned';
  opensAt: number;
  closesAt: number;
  pausedAt: number | null;
  decidesAt: number | null;
  decided: boolean;
};

/** Claims and returns since the opening of a wave, in steps of so many seconds; `net` is of units for everyone, less what came back. */
export type Pace = NetPace & { wave: number; claimed: number[]; returned: number[]; net: number[] };

export type DropCounts = {
  now: number;
  waves: WaveCount[];
  stock: StockCount[];
  /** The F-codes; null where no unit is held back for any. */
  codes: FCodeSums | null;
  reserved: number;
  waiting: number;
  refusals: { reason: string; count: number }[];
  /** Null before the first wave has opened. */
  pace: Pace | null;
};

/** The live figures of a drop for staff: two statements, and one for its F-codes, each over this drop's rows only. */
export async function getDropCounts({ db, now }: Reading, { id }: { id: string }): Promise<DropCounts> {
  const rows = await stockOf(db, id);
  const open = rows.filter(({ opensAt }) => opensAt <= now).at(-1);
  const { reserved = 0, waiting = 0, refusals = [] } = rows[0] ?? {};
  const stock = rows.map(
    ({ allotmentId, wave, variantId, channel, units, remaining, held, paid, released, entrants }) => ({
      allotmentId,
      wave,
      variantId,
      channel,
      units,
      remaining,
      held,
      paid,
      released,
      entrants,
    }),
  );
  const codes = stock.some(({ channel }) => channel === 'FCODE') ? await sumFCodes({ db, now }, id) : null;
  return {
    now: now.getTime(),
    waves: wavesOf(rows, now),
    stock,
    codes,
    reserved,
    waiting,
    refusals,
    pace: open ? await paceOf(db, open, now) : null,
  };
}

type OfDrop = Pick<DropCounts, 'reserved' | 'waiting' | 'refusals'> & {
  mode: DropMode;
  fairSeconds: number;
  announcedAt: Date | null;
  cancelledAt: Date | null;
};
type OfWave = { waveId: string; opensAt: Date; closesAt: Date; pausedAt: Date | null; decidedAt: Date | null };
type StockRow = StockCount & OfDrop & OfWave;

function wavesOf(rows: StockRow[], now: Date): WaveCount[] {
  return rows
    .filter(({ wave }, at) => wave !== rows[at - 1]?.wave)
    .map((row) => {
      const { wave: number, opensAt, closesAt, pausedAt, decidedAt } = row;
      const remaining = remainingIn(rows.filter(({ wave }) => wave === number));
      const phase =
        row.announcedAt || row.cancelledAt
          ? phaseOf({ ...row, waves: [{ ...row, remaining }] }, now)
          : ('planned' as const);
      return {
        number,
        phase,
        opensAt: opensAt.getTime(),
        closesAt: closesAt.getTime(),
        pausedAt: pausedAt?.getTime() ?? null,
        decidesAt: decidesAt(row, row)?.getTime() ?? null,
        decided: decidedAt !== null,
      };
    });
}

// What is counted for the whole drop stands in every row alike.
function stockOf(db: Db, dropId: string) {
  return db.$queryRaw<StockRow[]>`
    SELECT a."id" AS "allotmentId", w."id" AS "waveId", w."number" AS wave, w."opensAt", w."closesAt", w."pausedAt", w."decidedAt",
      d."mode", d."fairSeconds", d."announcedAt", d."cancelledAt", a."variantId", a."channel", a."units", a."remaining",
      coalesce(c.held, 0) AS held, coalesce(c.paid, 0) AS paid, coalesce(c.released, 0) AS released, coalesce(e.entrants, 0) AS entrants,
      (SELECT count(*)::int FROM "Reservation" WHERE "dropId" = ${dropId}::uuid) AS reserved,
      (SELECT count(*)::int FROM "WaitlistPlace" WHERE "dropId" = ${dropId}::uuid AND ${isStillWaiting}) AS waiting,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('reason', "reason", 'count', "count")), '[]') FROM "DropRefusal" WHERE "dropId" = ${dropId}::uuid) AS refusals
    FROM "Drop" d JOIN "Wave" w ON w."dropId" = d."id" JOIN "Allotment" a ON a."waveId" = w."id" JOIN catalog.variant v ON v."id" = a."variantId"
    LEFT JOIN (
      SELECT "allotmentId", count(*)::int AS entrants FROM "Entry" WHERE "waveId" IN (SELECT "id" FROM "Wave" WHERE "dropId" = ${dropId}::uuid) GROUP BY 1
    ) e ON e."allotmentId" = a."id"
    LEFT JOIN (
      SELECT "allotmentId", (count(*) FILTER (WHERE "state" = 'HELD'))::int AS held, (count(*) FILTER (WHERE "state" = 'PAID'))::int AS paid,
        (count(*) FILTER (WHERE "state" = 'RELEASED'))::int AS released
      FROM "Claim" WHERE "dropId" = ${dropId}::uuid AND ${ofAnyState} GROUP BY 1
    ) c ON c."allotmentId" = a."id"
    WHERE d."id" = ${dropId}::uuid ORDER BY w."number", v."position", a."channel"`;
}

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 86_400, 604_800];
const mostSlots = 120;

// From the opening to the last claim, so that the minutes that matter fill the picture, in the finest step that fits. What came back later
// than that counts in the last step of the net.
async function paceOf(db: Db, { waveId, wave, opensAt }: StockRow, now: Date): Promise<Pace> {
  const rows = await db.$queryRaw<{ slot: number; step: number; claimed: number; returned: number; net: number }[]>`
    WITH moved AS MATERIALIZED (
      SELECT extract(epoch FROM m."at" - ${opensAt}::timestamptz) AS after, m."kind" = 'CLAIMED' AS taken,
        CASE WHEN a."channel" <> 'PUBLIC' THEN 0 WHEN m."kind" = 'CLAIMED' THEN 1 ELSE -1 END AS net
      FROM "Allotment" a JOIN "UnitMovement" m ON m."allotmentId" = a."id"
      WHERE a."waveId" = ${waveId}::uuid AND m."kind" IN ('CLAIMED', 'RELEASED', 'RETURNED') AND m."at" >= ${opensAt}::timestamptz AND m."at" <= ${now}::timestamptz
    ), span AS (
      SELECT min(step) AS step, (SELECT max(after) FROM moved WHERE taken) AS last FROM unnest(${steps}::int[]) step
      WHERE step * ${mostSlots}::int > (SELECT coalesce(max(after), 0) FROM moved WHERE taken)
    )
    SELECT floor(least(moved.after, span.last) / span.step)::int AS slot, span.step, (count(*) FILTER (WHERE taken))::int AS claimed,
      (count(*) FILTER (WHERE NOT taken AND floor(moved.after / span.step) <= floor(span.last / span.step)))::int AS returned, sum(moved.net)::int AS net
    FROM moved, span WHERE span.last IS NOT NULL GROUP BY 1, 2`;
  const slots = Math.max(0, ...rows.map(({ slot }) => slot + 1));
  const line = (what: 'claimed' | 'returned' | 'net') =>
    Array.from({ length: slots }, (_, at) => rows.find(({ slot }) => slot === at)?.[what] ?? 0);
  return {
    wave,
    opensAt: opensAt.getTime(),
    step: rows[0]?.step ?? 1,
    claimed: line('claimed'),
    returned: line('returned'),
    net: line('net'),
  };
}
