import { createHash } from 'node:crypto';

import { expect, it } from 'vitest';

import { signingKey } from '@/lib/core/keys';
import { proofOfWork } from '@/lib/core/proof-of-work';

import { isSolved, makeChallenge } from './challenge';

/** The same search as a browser's, which waits for each hash and so takes many times as long. */
function search(challenge: string, salt: string, most: number): number {
  for (let number = 0; number <= most; number += 1)
    if (createHash('sha256').update(`${salt}${number}`).digest('hex') === challenge) return number;
  throw new Error('There is no such number');
}

async function solve(now: Date) {
  const { challenge, salt, algorithm, maxnumber, signature } = await makeChallenge('drop', 'member', now);
  const number = search(challenge, salt, maxnumber!);
  const proofOf = (change: object = {}) => ({
    proof: Buffer.from(JSON.stringify({ algorithm, challenge, salt, signature, number, ...change })).toString('base64'),
  });
  return { salt, number: String(number), proofOf };
}

it('takes a solution for its drop, its member and ten minutes', { timeout: 30_000 }, async () => {
  const { proofOf } = await solve(new Date());
  expect(await isSolved(proofOf(), 'drop', 'member')).toBe(true);
  expect(await isSolved(proofOf(), 'other', 'member')).toBe(false);
  expect(await isSolved(proofOf(), 'drop', 'other')).toBe(false);
  const late = await solve(new Date(Date.now() - 11 * 60_000));
  expect(await isSolved(late.proofOf(), 'drop', 'member')).toBe(false);
});

it('takes no solution whose number holds the end of the salt, with the expiry', { timeout: 30_000 }, async () => {
  const { salt, number, proofOf } = await solve(new Date(Date.now() - 11 * 60_000));
  const at = salt.indexOf('expires=');
  expect(at).toBeGreaterThan(salt.indexOf('member='));
  const moved = { salt: salt.slice(0, at), number: salt.slice(at) + number };
  expect(await isSolved(proofOf(moved), 'drop', 'member')).toBe(false);
});

it('takes nothing else for a solution', async () => {
  for (const proof of [undefined, 1, '', 'garbage', 'bnVsbA==', Buffer.from('{"number":1}').toString('base64')])
    expect(await isSolved({ proof }, 'drop', 'member')).toBe(false);
});

it('is judged by the shop’s clock', { timeout: 30_000 }, async () => {
  const work = proofOfWork(signingKey('test.work'), 100);
  const made = new Date('2020-02-29T12:00:00Z');
  const { challenge, salt, algorithm, maxnumber, signature } = await work.challenge({}, made);
  const number = search(challenge, salt, maxnumber!);
  const proof = Buffer.from(JSON.stringify({ algorithm, challenge, salt, signature, number })).toString('base64');
  const after = (minutes: number) => work.solved(proof, {}, new Date(made.getTime() + minutes * 60_000));
  expect([await after(0), await after(9), await after(10), await after(11)]).toEqual([
    challenge,
    challenge,
    null,
    null,
  ]);
});
