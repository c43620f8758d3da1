import { describe } from 'vitest';

import { uuid7 } from '@/lib/core/ids';
import { clock } from '@/lib/core/time';
import { keepImportPart, sendImportFile } from '@/lib/flows/imports/keep-part';
import { tryAccess } from '@/tests/support/try-access';

const { isForStaff } = tryAccess('imports');

const text = 'Redirect from,Redirect to\n/a,/b\n';

describe('files of an old shop', () => {
  isForStaff('keepImportPart', (actor) =>
    keepImportPart(actor, {
      ...{ file: uuid7(clock()), name: 'redirects.csv', bytes: text.length, at: 0 },
      part: Buffer.from(text),
    }),
  );
  isForStaff('sendImportFile', (actor) => sendImportFile(actor, { file: new File([text], 'redirects.csv') }));
});
