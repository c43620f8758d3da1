import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

import { readBody } from '../fetch/read-body';
import { SmsRefused } from './provider';

const answerMs = 10_000;
const mostBytes = 64 * 1024;

export type Answered = { status: number; body: Record<string, unknown> };

/** Asks a provider once, and reads at most 64 kB of its JSON; throws SmsRefused `unreachable` where none comes within ten seconds. */
export async function ask(address: string, init: RequestInit): Promise<Answered> {
  try {
    const answer = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(answerMs) });
    const bytes = answer.body
      ? await readBody(Readable.fromWeb(answer.body as ReadableStream), undefined, mostBytes)
      : Buffer.alloc(0);
    return { status: answer.status, body: asObject(bytes.toString()) };
  } catch (error) {
    throw new SmsRefused('unreachable', error instanceof Error ? error.name : 'unknown');
  }
}

function asObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A word of a provider's answer, as it may stand in the log: short, and nothing that could be a number. */
export const wordOf = (value: unknown): string => /^[\w.:-]{1,60}/.exec(String(value ?? ''))?.[0] ?? 'none';
