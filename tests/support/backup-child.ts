/** Makes a backup, or copies a database, and kills its own process in the middle: `backup|copy URL TARGET STEP`. */
import { copyDatabase, makeBackup } from '@/lib/outside/backup';

const [what, url = '', target = '', last] = process.argv.slice(2);
let steps = 0;
const onStep = () => {
  steps += 1;
  if (steps === Number(last)) process.kill(process.pid, 'SIGKILL');
};
if (what === 'copy') await copyDatabase(url, target, { onTable: onStep });
else await makeBackup({ url, folder: target, files: null, now: new Date(), program: 'test', onStep });
