/**
 * What the scripts know about other processes of this machine: alive or not, and which one a number means.
 * A process number is reused after a while, so an owner is remembered by number and start time.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** `number@start`, the same for the whole life of a process and no other's. */
export function identity(pid: number): string {
  return `${pid}@${startedAt(pid)}`;
}

export function isSameProcess(known: string): boolean {
  const pid = Number(known.split('@')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && identity(pid) === known;
}

export function commandLine(pid: number): string {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return ps(pid, 'command=');
}

/** The parent's number, where the system tells it cheaply; 0 elsewhere. */
export function parentOf(pid: number): number {
  return process.platform === 'linux' ? Number(statFields(pid)[1] ?? 0) : 0;
}

export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (!isAlive(pid)) return true;
    await pause(25);
  }
  return !isAlive(pid);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function startedAt(pid: number): string {
  if (process.platform === 'linux') return statFields(pid)[19] ?? '';
  return ps(pid, 'lstart=').replaceAll(/\s+/g, '-');
}

function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)[0] === 'Z';
}

/** The fields of /proc/N/stat after the name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number, field: string): string {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', field], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
