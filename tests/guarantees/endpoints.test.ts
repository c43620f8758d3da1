/** Every fast endpoint has a row; those of domains are tried by their access.test.ts, those of none here. */
import { describe, expect, it } from 'vitest';

import { endpoints } from '@/lib/server/endpoints';
import { streamEndpoints } from '@/lib/server/streams';
import { tryAccess } from '@/tests/support/try-access';

import { compare, complete, rowsOf } from './tables';

const { answersTheCast } = tryAccess('central');

describe('endpoints', () => {
  it('each have a row', () => {
    expect(
      compare(
        endpoints.map(({ method, path }) => `${method} ${path}`),
        rowsOf('endpoints').map(({ name }) => name),
      ),
    ).toEqual(complete);
  });

  it('that stream each have a row', () => {
    expect(
      compare(
        streamEndpoints.map(({ path }) => path),
        rowsOf('streams').map(({ name }) => name),
      ),
    ).toEqual(complete);
    expect(streamEndpoints.filter(({ admits }) => admits !== 'anyone')).toEqual([]);
  });

  answersTheCast('GET /api/viewer', async () => ({ query: { path: '/en' } }));
});
