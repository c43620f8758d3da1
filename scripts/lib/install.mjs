/** Installs the packages of package-lock.json when node_modules lacks one of them. Runs on bare Node. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export function install() {
  if (isInstalled()) return;
  console.log('Installing packages; this takes about a minute…');
  // Not `npm ci`: it refuses a lock file written where some platform's optional packages were out of reach.
  // No package here needs an install script, and some of them would download.
  const words = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...words], { stdio: 'inherit' })
    : spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) throw new Error('npm could not install the packages; see above');
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
