import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { checkedKey, isStorageKey, type Storage } from './storage';

export type S3Settings = {
  /** Of the service, without the bucket: `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Where readers fetch from (a CDN before the bucket); without it the app hands the files out at `/files/<key>`. */
  publicUrl?: string;
};

const TIMEOUT_MS = 15_000;

/** Storage in an S3-compatible bucket, addressed by path. Throws when the service answers anything but success. */
export function createS3Storage(settings: S3Settings): Storage {
  const { accessKeyId, secretAccessKey, region } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const addressOf = (key: string) => `${withoutSlash(settings.endpoint)}/${settings.bucket}/${key}`;
  const readers = withoutSlash(settings.publicUrl ?? '/files');
  return {
    put: (key, bytes, mime) => put(client, addressOf(checkedKey(key)), bytes, mime),
    get: async (key) => (isStorageKey(key) ? get(client, addressOf(key)) : null),
    url: (key) => `${readers}/${checkedKey(key)}`,
  };
}

async function put(client: AwsClient, address: string, bytes: Buffer, mime: string): Promise<void> {
  const headers = { 'content-type': mime, 'cache-control': 'public, max-age=31536000, immutable' };
  const body = new Uint8Array(bytes);
  const reply = await client.fetch(address, { method: 'PUT', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
  await reply.body?.cancel();
  if (!reply.ok) throw new Error(`the bucket answered ${reply.status} to PUT`);
}

async function get(client: AwsClient, address: string): Promise<Readable | null> {
  const reply = await client.fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (reply.ok && reply.body) return Readable.fromWeb(reply.body as ReadableStream);
  await reply.body?.cancel();
  if (reply.status === 404) return null;
  throw new Error(`the bucket answered ${reply.status} to GET`);
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
