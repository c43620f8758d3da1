import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { env } from '@/lib/core/env';

import { diffSql } from './sql-diff';
import { readSqlFiles, type SqlFile } from './sql-files';

const client = new pg.Client({ connectionString: env.DATABASE_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());

const files = readSqlFiles();
const fileOf = (name: string): SqlFile => files.find((file) => file.name === name)!;
const others = (name: string) => files.filter((file) => file.name !== name);
/** The migration when one file says something else. */
const changed = (name: string, change: (text: string) => string): Promise<string> => {
  const file = fileOf(name);
  expect(change(file.text)).not.toBe(file.text);
  return diffSql(client, '', [...others(name), { ...file, text: change(file.text) }]);
};
const view = (name: string, text: string, domain = 'planted'): SqlFile => ({
  path: `prisma/views/${domain}/${name}.sql`,
  kind: 'views',
  domain,
  name,
  text,
});

describe('the migration for changed functions', () => {
  it('is empty when the database holds what the folders say, and when a comment before a function changed', async () => {
    expect(await diffSql(client, '', files)).toBe('');
    expect(await diffSql(client, '', files.toReversed())).toBe('');
    expect(await changed('wave_due', (text) => `-- Another sentence.\n${text}`)).toBe('');
  });

  it('is the whole text of the function, with its settings', async () => {
    const script = await changed('keep_claims', (text) => text.replace('BEGIN', 'BEGIN\n  -- planted'));
    expect(script).toMatch(/^-- Keeps held units[^]+CREATE OR REPLACE FUNCTION keep_claims/);
    expect(script).toContain("SET plan_cache_mode = 'force_generic_plan'");
    expect(script).toContain('-- planted');
    expect(script).not.toContain('DROP');
    expect(script.match(/CREATE/g)).toHaveLength(1);
  });

  it('is there when only a setting changed', async () => {
    const script = await changed('settle_claims', (text) => text.replace('SET enable_seqscan = off\n', ''));
    expect(script).toContain('CREATE OR REPLACE FUNCTION settle_claims');
  });

  it('drops the function first when it takes or answers something else', async () => {
    const wider = await changed('ledger_ref', (text) => text.replace('(p_claim uuid)', '(p_claim uuid, p_salt text)'));
    expect(wider).toMatch(
      /^DROP ROUTINE ledger_ref\(uuid\);[^]+CREATE OR REPLACE FUNCTION ledger_ref\(p_claim uuid, p_salt text\)/,
    );
    const other = await changed('keep_claims', (text) =>
      text.replace('p_claims uuid[]', 'p_units uuid[]').replaceAll('p_claims', 'p_units'),
    );
    expect(other).toMatch(/^DROP ROUTINE keep_claims\(uuid\[\],timestamp with time zone\);[^]+p_units/);
  });

  it('makes new ones in an order that works, and drops those without a file', async () => {
    const [first, second] = ['a_first', 'b_second'].map((name) => ({
      ...fileOf('ledger_ref'),
      name,
      path: `${name}.sql`,
    }));
    first!.text = 'CREATE FUNCTION a_first() RETURNS int LANGUAGE sql RETURN b_second() + 1;';
    second!.text = 'CREATE FUNCTION b_second() RETURNS int LANGUAGE sql RETURN 1;';
    expect(await diffSql(client, '', [first!, ...files, second!])).toBe(`${second!.text}\n\n${first!.text}`);
    expect(await diffSql(client, '', others('wave_due'))).toBe('DROP ROUTINE wave_due("Wave","Drop");');
    const silent = await changed('keep_member', (text) => text.replace(/CREATE OR REPLACE TRIGGER[^;]+;/, ''));
    expect(silent).toBe('DROP TRIGGER "Member_keep" ON "Member";');
  });

  it('is refused when two files make one function, and when a text is no SQL', async () => {
    const twin = {
      ...fileOf('wave_due'),
      path: 'twin.sql',
      text: fileOf('wave_due').text.replace('IMMUTABLE', 'STABLE'),
    };
    await expect(diffSql(client, '', [...files, twin])).rejects.toThrow(
      'twin.sql makes nothing that no other file makes',
    );
    twin.text = twin.text.replace('THEN', 'THEN  ');
    await expect(diffSql(client, '', [...files, twin])).rejects.toThrow('changes the function wave_due');
    await expect(changed('wave_due', () => 'CREATE FUNCTION')).rejects.toThrow(/wave_due\.sql: syntax error/);
    expect(await diffSql(client, '', files)).toBe('');
  });
});

describe('the migration for views', () => {
  const kept = view(
    'kept',
    'CREATE VIEW planted.kept AS SELECT "id", "locale" FROM "Order" WHERE "state" <> \'CANCELLED\';',
  );
  const newest = view('newest', 'CREATE VIEW planted.newest AS SELECT max("locale") AS "locale" FROM planted.kept;');

  it('makes the schema of the domain and its views', async () => {
    expect(await diffSql(client, '', [newest, ...files, kept])).toBe(
      `CREATE SCHEMA IF NOT EXISTS planted;\n\n${kept.text}\n\n${newest.text}`,
    );
  });

  it('makes changed views anew, together with those that read them or stand in the way, and drops those without a file', async () => {
    await client.query(`CREATE SCHEMA planted; ${kept.text} ${newest.text}`);
    try {
      expect(await diffSql(client, '', [...files, kept, newest])).toBe('');
      const wider = { ...kept, text: kept.text.replace('"locale"', '"locale", "createdAt"') };
      const both = 'DROP VIEW planted.kept, planted.newest;';
      expect(await diffSql(client, '', [...files, wider, newest])).toBe(`${both}\n\n${wider.text}\n\n${newest.text}`);
      const step = 'ALTER TABLE "Order" ALTER COLUMN "locale" TYPE varchar(80);';
      const all = await diffSql(client, step, [...files, kept, newest]);
      expect(all).toMatch(/^DROP VIEW [^;]*planted\.kept, planted\.newest[,;]/);
      expect(all).toContain(`${step}\n\n`);
      expect(all.indexOf(step)).toBeLessThan(all.indexOf(`${kept.text}\n\n${newest.text}`));
      expect(await diffSql(client, '', [...files, kept])).toBe('DROP VIEW planted.newest;');
      expect(await diffSql(client, '', files)).toBe(`${both}\n\nDROP SCHEMA planted;`);
    } finally {
      await client.query('DROP SCHEMA planted CASCADE');
    }
  });
});
