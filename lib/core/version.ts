import { readFileSync } from 'node:fs';
import path from 'node:path';

import { buildFolder } from './env';

const given = JSON.parse(readFileSync(path.resolve('package.json'), 'utf8')) as { version: string };

/** Which Millet runs: its version, and the beginning of the name of the build that it serves; null where pages are made by `npm run dev` or tests. */
export const running = { version: given.version, build: buildFolder ? path.basename(buildFolder).slice(0, 12) : null };
