/** Runs `npm run new:domain` in a copy of the tree and checks there that what it makes is green without a touch by hand. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const copy = path.resolve('.data/new-domain-trial');
const names = ['loans', 'spare-parts'];

/** Whether all checks passed; the copy is removed. */
export async function soakNewDomain(): Promise<boolean> {
  rmSync(copy, { recursive: true, force: true });
  try {
    copyTree();
    for (const name of names) if (!(await succeeds('scripts/new-domain.ts', name))) return false;
    return await succeeds('scripts/lib/check-new-domains.ts', ...names);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function succeeds(script: string, ...words: string[]): Promise<boolean> {
  const run = spawn(process.execPath, ['scripts/run.mjs', script, ...words], {
    cwd: copy,
    stdio: 'inherit',
    env: alone(),
  });
  const [status] = await once(run, 'exit');
  return status === 0;
}

function copyTree(): void {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' });
  for (const file of listed.split('\0')) if (file && existsSync(file)) cpSync(file, path.join(copy, file));
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'dir');
}

// The copy has its own database and no other.
const alone = () => ({ ...process.env, DATABASE_URL: '', DATA_DIR: '', SOAK: '' });
