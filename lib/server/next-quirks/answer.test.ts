import type { ServerResponse } from 'node:http';

import { describe, expect, it } from 'vitest';

import { answering, answerMissing } from './answer';

const answer = (headersSent = false) => ({ statusCode: 200, headersSent }) as ServerResponse;

describe('answerMissing', () => {
  it('makes the answer that is being made a 404, and no other', async () => {
    const [found, missing] = [answer(), answer()];
    await Promise.all([
      answering({ response: found }, () => Promise.resolve()),
      answering({ response: missing }, () => Promise.resolve().then(answerMissing)),
    ]);
    expect([found.statusCode, missing.statusCode]).toEqual([200, 404]);
  });

  it('leaves an answer alone that has begun', () => {
    const begun = answer(true);
    answering({ response: begun }, answerMissing);
    expect(begun.statusCode).toBe(200);
  });

  it('is nothing where no server listens, as while pages are built', () => expect(answerMissing).not.toThrow());
});
