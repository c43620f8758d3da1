/** The worker in a process of its own: jobs, reactions and schedules until it is told to stop. */
import { startWorker } from '@/lib/server/worker';

const worker = await startWorker();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void worker.stop().then(() => process.exit(0)));
}
