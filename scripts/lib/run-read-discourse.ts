/** `ADDRESS FOLDER REQUESTS-A-MINUTE [again]`, with the key from the environment. */
import { settings } from '@/lib/core/settings';

import { readDiscourse } from './read-discourse';

const [site = '', folder = '', perMinute = '', again] = process.argv.slice(2);
const { DISCOURSE_API_KEY: key, DISCOURSE_API_USERNAME: username } = settings
  .pick({ DISCOURSE_API_KEY: true, DISCOURSE_API_USERNAME: true })
  .parse(process.env);
process.exitCode = await readDiscourse({
  ...{ site, folder, perMinute: Number(perMinute), again: again === 'again' },
  ...{ key: key ?? '', username },
});
