import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';
import { createLocalStorage, createS3Storage, type Storage } from '.';

const bytes = randomBytes(5_000);
const key = `${createHash('sha256').update(bytes).digest('hex')}.webp`;
const settings = { bucket: 'fans', region: 'eu-test-1', accessKeyId: 'AKID', secretAccessKey: 'secret' };

let folder: string;
let server: LoopbackServer;
let endpoint: string;
const held = new Map<string, Buffer>();
const signed: IncomingMessage['headers'][] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millet-storage-'));
  server = await startLoopbackServer(bucket);
  endpoint = `http://127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const kinds: [string, () => Storage][] = [
  ['a folder', () => createLocalStorage(folder)],
  ['a bucket', () => createS3Storage({ ...settings, endpoint: `${endpoint}/` })],
];

describe.each(kinds)('storage in %s', (_name, create) => {
  it('gives back what was put, and null for what was not', async () => {
    const storage = create();
    expect(await storage.get(key)).toBeNull();
    await storage.put(key, bytes, 'image/webp');
    await storage.put(key, bytes, 'image/webp');
    expect(await buffer((await storage.get(key))!)).toEqual(bytes);
    expect(storage.url(key)).toBe(`/files/${key}`);
  });

  it.each([
    '../x.webp',
    `../${key}`,
    `${key}/../x`,
    '/etc/passwd',
    key.replace('.webp', '.html'),
    key.toUpperCase(),
    `${key}\n`,
    `${key}\0`,
    '',
  ])('knows no key %j', async (bad) => {
    const storage = create();
    const asked = server.requests.length;
    await expect(async () => storage.put(bad, bytes, 'image/webp')).rejects.toThrow('not a storage key');
    expect(() => storage.url(bad)).toThrow('not a storage key');
    expect(await storage.get(bad)).toBeNull();
    expect(server.requests).toHaveLength(asked);
  });
});

describe('a folder', () => {
  it('shows no half-written files, even when many write the same one', async () => {
    const storage = createLocalStorage(join(folder, 'many'));
    await Promise.all(Array.from({ length: 20 }, () => storage.put(key, bytes, 'image/webp')));
    expect(await readdir(join(folder, 'many', key.slice(0, 2)))).toEqual([key]);
    expect(await buffer((await storage.get(key))!)).toEqual(bytes);
  });
});

describe('a bucket', () => {
  it('is asked with signed requests', () => {
    const put = signed.find(({ 'content-type': type }) => type === 'image/webp')!;
    expect(put.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-test-1\/s3\/aws4_request, SignedHeaders=.*host.*, Signature=[0-9a-f]{64}$/,
    );
    expect(put['x-amz-date']).toMatch(/^\d{8}T\d{6}Z$/);
    expect(put['x-amz-content-sha256']).toBeDefined();
    expect(put['cache-control']).toContain('immutable');
    expect(server.requests).toContain(`PUT 127.0.0.1:${server.port}/fans/${key}`);
    expect(signed.every(({ authorization }) => authorization?.includes('Signature='))).toBe(true);
  });

  it('may have a public face', () => {
    const storage = createS3Storage({ ...settings, endpoint, publicUrl: 'https://cdn.example/' });
    expect(storage.url(key)).toBe(`https://cdn.example/${key}`);
  });

  it('says so when it refuses', async () => {
    const storage = createS3Storage({ ...settings, bucket: 'closed', endpoint });
    await expect(storage.put(key, bytes, 'image/webp')).rejects.toThrow('answered 403 to PUT');
    await expect(storage.get(key)).rejects.toThrow('answered 403 to GET');
  });
});

async function bucket(request: IncomingMessage, response: ServerResponse): Promise<void> {
  signed.push(request.headers);
  const path = request.url!;
  if (path.startsWith('/closed/')) return void response.writeHead(403).end();
  if (request.method === 'PUT') held.set(path, await buffer(request));
  const found = held.get(path);
  if (!found) return void response.writeHead(404).end();
  response.writeHead(200).end(request.method === 'GET' ? found : undefined);
}
