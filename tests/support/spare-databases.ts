import { randomBytes } from 'node:crypto';

import { inject } from 'vitest';

import { ask } from '@/scripts/lib/ask';

import { clonePrefix, urlOf } from './clones';

type Options = { template?: string; owner?: string };

/** Makes databases beside the one of the test file: of a template, or bare; `drop` takes all of them away. */
export function spareDatabases(): ((options?: Options) => Promise<string>) & { drop: () => Promise<void> } {
  const { adminUrl } = inject('run');
  const made: string[] = [];
  const make = async ({ template, owner }: Options = {}) => {
    const name = `${clonePrefix}${process.pid}_spare_${randomBytes(5).toString('hex')}`;
    await ask(
      adminUrl,
      `CREATE DATABASE ${name} ${owner ? `OWNER ${owner}` : ''} ${template ? `TEMPLATE ${template}` : ''} STRATEGY FILE_COPY`,
    );
    made.push(name);
    const url = urlOf(adminUrl, name);
    return owner ? Object.assign(new URL(url), { username: owner, password: 'copier' }).href : url;
  };
  const drop = async () => {
    for (const name of made.splice(0)) await ask(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  return Object.assign(make, { drop });
}
