import { describe, expect, it } from 'vitest';

import { curlOf } from '@/lib/api/curl';
import type { Schema } from '@/lib/api/document';
import { problems } from '@/lib/api/problems';
import { endpoints } from '@/lib/server/endpoints';
import { callApi, makeApiKey, makePaid } from '@/tests/support/api';

import { calls } from './calls';
import { openApi, templateOf } from './openapi';

const document = openApi();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
);

describe('the document', () => {
  it('has each endpoint that keys open, and no other', () => {
    const served = endpoints
      .filter(({ admits }) => admits === 'keys')
      .map(({ method, path }) => `${method} ${templateOf(path)}`);
    expect(operations.map(({ name }) => name).toSorted()).toEqual(served.toSorted());
  });

  it('is answered to everybody, in JSON, as OpenAPI 3.1', async () => {
    const { status, body } = await callApi(null, 'GET openapi.json');
    expect([status, JSON.parse(JSON.stringify(body))]).toEqual([200, JSON.parse(JSON.stringify(document))]);
    expect(document.openapi).toBe('3.1.0');
    expect(JSON.stringify(document)).not.toMatch(/\$schema|undefined/);
  });

  it('names every parameter of a path, says what each part is, and no two calls the same', () => {
    for (const { name, operation } of operations) {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, each]) => each);
      const declared = operation.parameters.filter((each) => each.in === 'path');
      expect([name, declared.map((each) => each.name)]).toEqual([name, inPath]);
      expect(declared.every(({ required }) => required)).toBe(true);
    }
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes what the handlers take: unknown fields are closed out, bounds and defaults are said', () => {
    const { parameters } = document.paths['/api/admin/v1/orders']!.get!;
    expect(parameters.map(({ name, required }) => [name, required])).toEqual(
      ['state', 'drop', 'updated_since', 'created_since', 'cursor', 'limit'].map((name) => [name, false]),
    );
    const body = document.paths['/api/admin/v1/orders/{number}/shipments']!.post!.requestBody!;
    const { schema } = body.content['application/json'];
    expect(schema).toMatchObject({ additionalProperties: false, required: ['carrier'] });
    expect((schema.properties as Record<string, Schema>).carrier).toMatchObject({ type: 'string', maxLength: 40 });
  });

  it('says of every call with which codes it refuses', () => {
    const said = operations.map(({ operation }) => Object.values(operation.responses).map((each) => each.description));
    for (const each of said)
      for (const code of ['key-unknown', 'forbidden', 'rate-limited']) expect(each.join()).toContain(`\`${code}\``);
    const all = said.flat().join();
    expect(Object.keys(problems).filter((code) => !all.includes(`\`${code}\``))).toEqual([]);
  });
});

it('the answers are what the document says, on real rows', async () => {
  const number = await makePaid();
  const { key } = await makeApiKey();
  const parcel = { carrier: 'Post', tracking: 'A1' };
  for (const call of calls) {
    const path = call.path.replace('/api/admin/v1/', '').replace(':number', number);
    const said = await callApi(key, `${call.method} ${path}`, call.body ? { body: parcel } : {});
    const declared = call.answers[said.status];
    expect([call.name, said.status, declared !== undefined]).toEqual([call.name, said.status, true]);
    const { error } = declared!.schema.safeParse(said.body);
    expect([call.name, error?.issues]).toEqual([call.name, undefined]);
  }
});

it('an example is a command that can be pasted', () => {
  const path = '/api/admin/v1/orders/{number}/shipments';
  const text = curlOf('https://shop.example', path, 'post', document.paths[path]!.post!);
  expect(text.split(' \\\n  ')).toEqual([
    'curl "https://shop.example/api/admin/v1/orders/7K2M9QXD/shipments"',
    '-H "Authorization: Bearer $MILLET_KEY"',
    '-H "Idempotency-Key: ship-7K2M9QXD"',
    '-H "Content-Type: application/json"',
    `-d '{"carrier":"DHL","tracking":"JD0146 0000 7342"}'`,
  ]);
});
