import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { stopLimits } from '@/lib/core/stop-limits';

import { ended, start, stopAll } from './run-node';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'millet-run-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A program that takes this long to end once it was told to; it is up when this returns. */
async function startSlowToEnd(ms: number) {
  const script = path.join(folder, 'program.mjs');
  writeFileSync(
    script,
    `process.on('SIGTERM', () => setTimeout(() => process.exit(0), ${ms})); setInterval(() => {}, 1000); console.log('up');`,
  );
  const child = start({ script, quiet: true });
  await new Promise((resolve) => child.stdout!.once('data', resolve));
  return child;
}

it('lets a server finish what STOP_SECONDS allows, and kills it only when it should have ended itself', async () => {
  vi.stubEnv('STOP_SECONDS', '90');
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const child = await startSlowToEnd(200);
  await stopAll();
  expect(await ended(child)).toBe(0);
  expect(timers.mock.calls.map(([, ms]) => ms)).toContain(stopLimits(90).killMs);
  const { answersMs, processMs, killMs } = stopLimits(90);
  expect(answersMs).toBe(90_000);
  expect(killMs).toBeGreaterThan(processMs);
  expect(processMs).toBeGreaterThan(answersMs);
});

it('kills what does not end within its patience', async () => {
  const child = await startSlowToEnd(60_000);
  await stopAll(100);
  expect(child.signalCode).toBe('SIGKILL');
});
