/** Runs `npm run new:domain` in a copy of the tree and checks there that what it makes is green without a touch by hand. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const names = ['loans', 'spare-parts'];

/** Whether all checks passed; the copy is removed. */
export async function soakNewDomain(): Promise<boolean> {
  // Outside of the tree: git ignores `.data`, and the linter what git ignores.
  const copy = mkdtempSync(path.join(os.tmpdir(), 'millet-new-domain-'));
  try {
    // PostgreSQL may run as another user, who has to reach its data here.
    chmodSync(copy, 0o755);
    copyTree(copy);
    for (const name of names) if (!(await succeeds(copy, 'scripts/new-domain.ts', name))) return false;
    return await succeeds(copy, 'scripts/lib/check-new-domains.ts', ...names);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function succeeds(copy: string, script: string, ...words: string[]): Promise<boolean> {
  const run = spawn(process.execPath, ['scripts/run.mjs', script, ...words], {
    cwd: copy,
    stdio: 'inherit',
    env: alone(),
  });
  const [status] = await once(run, 'exit');
  return status === 0;
}

function copyTree(copy: string): void {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' });
  for (const file of listed.split('\0')) if (file && existsSync(file)) cpSync(file, path.join(copy, file));
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'dir');
}

// The copy has its own database and no other.
const alone = () => ({ ...process.env, DATABASE_URL: '', DATA_DIR: '', SOAK: '' });
