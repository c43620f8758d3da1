import { expect, it } from 'vitest';

import { secretWords } from './secret-words';

it('say whether the secret is that of the backup, and what is lost with another', () => {
  expect(secretWords('theirs', 'theirs').join()).toMatch(/^The secret is that of the backup/);
  expect(secretWords('theirs', 'ours').join()).toMatch(
    /^CAUTION: AUTH_SECRET is another.*second factors.*erased people.*are lost/,
  );
  expect(secretWords(undefined, 'ours').join()).toMatch(/^Start Millet with the AUTH_SECRET.*with another.*are lost/);
});
