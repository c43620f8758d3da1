/** The generated Prisma client: made anew when the schema or Prisma itself has changed. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

import { withLock } from './lock';
import { Trouble } from './say';

const output = 'lib/core/prisma-client';
const stamp = path.join(output, '.made-from');

export function schemaFiles(): string[] {
  return readdirSync('prisma/schema')
    .filter((name) => name.endsWith('.prisma'))
    .toSorted()
    .map((name) => path.join('prisma/schema', name));
}

export async function generateClient(dataDir: string): Promise<boolean> {
  if (isFresh()) return false;
  return withLock(path.resolve(dataDir, 'generate.lock'), async () => {
    if (isFresh()) return false;
    await runPrisma(['generate']);
    writeFileSync(stamp, digest());
    return true;
  });
}

// Prisma looks for its schema engine before any command and would download it; `generate` never runs it.
async function runPrisma(words: string[]): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  try {
    await promisify(execFile)(process.execPath, [cli, ...words], { env });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Trouble(`prisma ${words.join(' ')} failed:\n${stderr ?? ''}${stdout ?? ''}`);
  }
}

function isFresh(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest();
}

function digest(): string {
  const hash = createHash('sha256').update(readFileSync('node_modules/prisma/package.json'));
  for (const file of schemaFiles()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}
