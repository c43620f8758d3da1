import { system } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { listDueWaves, type DueWave } from '../queries/list-due-waves';
import { decideWave } from '../sql';

const atOnce = 20;

/** Ranks the entries of every wave whose time has come and gives its units. Safe in several processes and to be killed anywhere. */
export async function decideDueWaves(now: Date): Promise<number> {
  let decided = 0;
  for (const wave of await listDueWaves(reading(system, now), { limit: atOnce })) {
    const done = await decide(wave, now).catch(
      (error: unknown) => void log.error({ err: error, waveId: wave.id }, 'wave not decided'),
    );
    if (done) decided += 1;
  }
  return decided;
}

// The decision and its event are one commit: a second process finds the wave decided and emits nothing.
function decide({ id, dropId, slug, handle }: DueWave, now: Date): Promise<boolean> {
  return inTransaction(
    system,
    async (ctx) => {
      if ((await decideWave(ctx.db, id, now)) === null) return false;
      await ctx.emit('wave.decided', { waveId: id, dropId });
      ctx.touch('drops', `drop:${slug}`, `product:${handle}`, 'home');
      return true;
    },
    { now },
  );
}
