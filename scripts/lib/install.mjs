/** Installs the packages of package-lock.json when node_modules lacks one of them. Runs on bare Node. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export function install() {
  if (isInstalled()) return;
  const server = runningServer();
  if (server)
    throw new Error(
      `The packages have changed, and process ${server} still serves from this folder. Stop it first, or start from another clone.`,
    );
  console.log('Installing packages; this takes about a minute…');
  // No package here needs an install script, and some of them would download.
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...words], { stdio: 'inherit' })
    : spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) throw new Error('npm could not install the packages; see above');
}

/** The process that serves from one of this folder's builds, and so reads its packages; see build.ts. */
function runningServer() {
  if (!existsSync('.next-builds')) return undefined;
  const holders = readdirSync('.next-builds').flatMap((build) => {
    const place = `.next-builds/${build}/held-by`;
    return existsSync(place) ? readdirSync(place) : [];
  });
  return holders.map((holder) => Number(holder.split('@')[0])).find(isAlive);
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** npm notes what it installed when it has finished; a half-finished installation has no such note. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(packagesOf('package-lock.json') ?? {}).every(([place, wanted]) => {
    if (place === '' || (wanted.dev && process.env.NODE_ENV === 'production')) return true;
    const found = installed[place];
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  });
}

function packagesOf(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
