/** `PORT FOLDER REQUESTS-A-MINUTE`: reads the stand-in at that port in a process of its own, which a test may kill. */
import { readDiscourse } from '@/scripts/lib/read-discourse';

import { insideFetch } from './inside-fetch';
import { standInKey } from './discourse-stand-in';

const [port = '', folder = '', perMinute = ''] = process.argv.slice(2);
process.exitCode = await readDiscourse({
  ...{ site: `http://old.example:${port}`, folder, perMinute: Number(perMinute), again: false },
  ...{ key: standInKey, username: 'system', fetch: insideFetch([Number(port)]) },
});
