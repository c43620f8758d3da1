import { expect, it } from 'vitest';

import { verifyInvalidationMessage, signInvalidationMessage } from './invalidation-message';

it('opens what this house signed, and nothing else', () => {
  const { body, signature } = signInvalidationMessage(['thread:1', 'home']);
  expect(verifyInvalidationMessage(body, signature)).toEqual(['thread:1', 'home']);
  expect(verifyInvalidationMessage('["everything"]', signature)).toBeNull();
  expect(verifyInvalidationMessage(body, null)).toBeNull();
  expect(verifyInvalidationMessage(body, 'f'.repeat(64))).toBeNull();
});
