/**
 * Starts one of the project's scripts: `node scripts/run.mjs scripts/start.ts …`. Runs on bare Node:
 * checks its version, installs what package-lock.json names, then lets the script be TypeScript.
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { install } from './lib/install.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Millet needs Node 20.19 or newer; this is ${process.versions.node}`);

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const [script, ...words] = process.argv.slice(2);
try {
  install();
  await import('./lib/loader.mjs');
  const { main } = await import(pathToFileURL(path.resolve(script)).href);
  process.exitCode = (await main(words)) ?? 0;
} catch (error) {
  stop(error?.constructor?.name === 'Trouble' ? error.message : error);
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
