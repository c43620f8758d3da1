/**
 * What a new migration must do: the difference between the migrations, applied to a passing shadow database, and
 * prisma/schema, prisma/functions and prisma/views. Prisma's own engine finds that of the schema, as WebAssembly: the usual
 * one is a download.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
  type SqlQueryable,
} from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm';
import pg from 'pg';

import { ask } from './ask';
import { applyMigrations, byHand, readMigrations, type Migration } from './migrations';
import { schemaFiles } from './prisma-client';
import { diffSql } from './sql-diff';
import { readSqlFiles, type SqlFile } from './sql-files';

/** The migration that is missing; `files` stand for those of prisma/functions and prisma/views. */
export async function diffSchema(adminUrl: string, files: SqlFile[] = readSqlFiles()): Promise<string> {
  const migrations = readMigrations();
  const shadow = `shadow_${randomBytes(6).toString('hex')}`;
  await ask(adminUrl, `CREATE DATABASE ${shadow}`);
  try {
    const shadowUrl = Object.assign(new URL(adminUrl), { pathname: `/${shadow}` }).href;
    await applyMigrations(shadowUrl, migrations);
    const steps = keepHandWritten(await stepsToSchema(shadowUrl), migrations);
    return await withClient(shadowUrl, (client) => diffSql(client, steps, files));
  } finally {
    await ask(adminUrl, `DROP DATABASE ${shadow} WITH (FORCE)`);
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

async function stepsToSchema(databaseUrl: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  pool.on('error', () => undefined);
  const engine = await openEngine(new CatalogReader(pool));
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', ...schemas(), configDir: process.cwd() },
      to: { tag: 'schemaDatamodel', ...schemas() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? '';
  } finally {
    engine.free();
    await pool.end();
  }
}

/** Prisma proposes to drop what it cannot express and to add what it misses; what a migration made or took away by hand stays so. */
export function keepHandWritten(script: string, migrations: Migration[]): string {
  const names = new Set(migrations.flatMap(({ sql }) => createdNames(byHand(sql))));
  const gone = new Set(
    migrations.flatMap(({ sql }) =>
      [...byHand(sql).matchAll(/drop\s+constraint\s+"([^"]+)"/gi)].map((found) => found[1] ?? ''),
    ),
  );
  const steps = script.split(/^(?=-- [A-Z][A-Za-z]+$)/m);
  const wanted = steps
    .filter((step) => !names.has(/^DROP (?:INDEX|TABLE) "?([^"\s;]+)/m.exec(step)?.[1] ?? ''))
    .filter((step) => !gone.has(/ADD CONSTRAINT "([^"]+)" FOREIGN KEY/.exec(step)?.[1] ?? ''));
  return wanted
    .join('')
    .replace(/^-- This is an empty migration\.\s*/, '')
    .trim();
}

function createdNames(sql: string): string[] {
  const pattern =
    /create\s+(?:unique\s+)?(?:index|table)\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?"?([^"\s(]+)/gi;
  return [...sql.matchAll(pattern)].map((found) => found[1] ?? '');
}

async function openEngine(database: PrismaPg): Promise<SchemaEngine> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const folder = path.dirname(entry);
  const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
  const bytes = readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(database);
  return glue.SchemaEngine.new(
    { datamodels: schemas().files.map((file) => [file.path, file.content]) },
    () => undefined,
    adapter,
  );
}

class CatalogReader extends PrismaPg {
  override async connect() {
    return withCatalogTypes(await super.connect());
  }
}

// The catalog has columns of the type "char" (18). Prisma's adapter refuses that type while its engine insists on
// it: the adapter is told that they are text (25), the engine that they are single characters.
function withCatalogTypes<T extends SqlQueryable & { underlyingDriver(): pg.Pool }>(adapter: T): T {
  const characters = new Map<string, number[]>();
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool) as (asked: { text: string }) => Promise<pg.QueryResult>;
  const queryRaw = adapter.queryRaw.bind(adapter);
  const ask = async (asked: { text: string }) => {
    const result = await query(asked);
    const found = (result.fields ?? []).filter((field) => field.dataTypeID === 18);
    characters.set(
      asked.text,
      found.map((field) => result.fields.indexOf(field)),
    );
    for (const field of found) field.dataTypeID = 25;
    return result;
  };
  const read = async (asked: SqlQuery) => {
    const result = await queryRaw(asked);
    for (const index of characters.get(asked.sql) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  Object.assign(pool, { query: ask });
  return Object.assign(adapter, { queryRaw: read });
}

function schemas(): SchemasContainer {
  return { files: schemaFiles().map((file) => ({ path: file, content: readFileSync(file, 'utf8') })) };
}
