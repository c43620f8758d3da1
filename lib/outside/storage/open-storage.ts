import path from 'node:path';

import { env } from '@/lib/core/env';

import { createLocalStorage } from './local-storage';
import { createS3Storage } from './s3-storage';
import type { Storage } from './storage';

let opened: Storage | undefined;

/** Where this Millet keeps pictures: the bucket of its settings, else a folder beside its data. */
export function openStorage(): Storage {
  const folder = storageFolder();
  return (opened ??= folder ? createLocalStorage(folder) : bucket());
}

/** The folder in which pictures lie; null where they lie in a bucket. */
export function storageFolder(): string | null {
  return env.S3_BUCKET && env.S3_ENDPOINT ? null : path.resolve(env.DATA_DIR, 'files');
}

function bucket(): Storage {
  const { S3_BUCKET = '', S3_ENDPOINT = '', S3_REGION, S3_ACCESS_KEY_ID = '', S3_SECRET_ACCESS_KEY = '' } = env;
  return createS3Storage({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}
