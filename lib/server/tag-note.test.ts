import { expect, it } from 'vitest';

import { openTagNote, sealTagNote } from './tag-note';

it('opens what this house signed, and nothing else', () => {
  const { body, signature } = sealTagNote(['thread:1', 'home']);
  expect(openTagNote(body, signature)).toEqual(['thread:1', 'home']);
  expect(openTagNote('["everything"]', signature)).toBeNull();
  expect(openTagNote(body, null)).toBeNull();
  expect(openTagNote(body, 'f'.repeat(64))).toBeNull();
});
