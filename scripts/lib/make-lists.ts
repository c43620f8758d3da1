/**
 * Lists made from the folders: what each domain, and the flows of its folder, declare in a file of a known name, and its sentences.
 * Nobody edits them and git ignores them; they are written anew, when they differ, with the Prisma client.
 */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { makeFolder } from '@/lib/core/make-folder';

import { staffWords } from './make-words';
import { Trouble } from './say';

type Part = { name: string; file: string };

/** Writes the lists that the folders under `root` ask for; tells which of them changed. */
export function makeLists(root = '.'): string[] {
  const lists = {
    'lib/domains-front.ts': frontList(partsIn(root, 'front-part', /^export const (\w+): FrontPart\b/gm)),
    'lib/domains-worker.ts': workerList(partsIn(root, 'worker-part', /^export const (\w+): WorkerPart\b/gm)),
    'lib/domains-paths.ts': pathList(partsIn(root, 'paths', /^export const (\w+Paths) = \{/gm)),
    'lib/domains-notices.ts': noticeList(partsIn(root, 'notices', /^export const (\w+) = declareNotices\(/gm)),
    'lib/domains-acts.ts': actList(partsIn(root, 'acts', /^export const (\w+) = declareActs\(/gm)),
    'lib/domains-bulk.ts': bulkList(partsIn(root, 'bulk-kinds', /^export const (\w+) = declareBulk\(/gm)),
    'lib/domains-metrics.ts': metricList(partsIn(root, 'metrics', /^export const (\w+) = declareMetrics\(/gm)),
    'lib/domains-menu.ts': menuList(partsIn(root, 'menu', /^export const (\w+) = declareMenu\(/gm)),
    'lib/domains-dashboard.ts': dashboardList(partsIn(root, 'dashboard', /^export const (\w+) = declareDashboard\(/gm)),
    'messages/gathered.ts': messageList(readdirSync(path.join(root, 'messages/en')).toSorted()),
    ...staffWords(root),
  };
  return Object.entries(lists).flatMap(([file, text]) => (writeIfNew(path.join(root, file), text) ? [file] : []));
}

/** What the files of one name declare, by their folder: those of domains first, then those of flows. */
function partsIn(root: string, name: string, declaration: RegExp): Part[] {
  const folders = ['lib', 'lib/flows'].flatMap((parent) => foldersIn(root, parent));
  const files = folders.filter((folder) => folder !== 'lib/core').map((folder) => `${folder}/${name}.ts`);
  return files
    .filter((file) => existsSync(path.join(root, file)))
    .map((file) => ({ file: file.slice('lib/'.length, -'.ts'.length), name: declaredIn(root, file, declaration) }));
}

function declaredIn(root: string, file: string, declaration: RegExp): string {
  const found = [...readFileSync(path.join(root, file), 'utf8').matchAll(declaration)].map(([, name]) => name!);
  if (found.length !== 1)
    throw new Trouble(`${file} must declare one thing by ${declaration.source}, as its neighbours do`);
  return found[0]!;
}

function foldersIn(root: string, parent: string): string[] {
  const entries = readdirSync(path.join(root, parent), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [`${parent}/${entry.name}`] : [])).toSorted();
}

const head = (from: string) => `// Made from ${from} by scripts/lib/make-lists.ts: not to be edited.\n`;
const imports = (parts: Part[]) => parts.map(({ name, file }) => `import { ${name} } from './${file}';\n`).join('');
const lines = (parts: Part[], before = '') => parts.map(({ name }) => `  ${before}${name},\n`).join('');

const frontList = (
  parts: Part[],
) => `${head('the front-part.ts of each folder')}import type { FrontPart } from './core/front-part';
${imports(parts)}
/** What each domain answers before Next: endpoints, streams, parts of the viewer layer, public addresses. Nothing slow is loaded from here. */
export const frontParts: readonly FrontPart[] = [
${lines(parts)}];
`;

const workerList = (
  parts: Part[],
) => `${head('the worker-part.ts of each folder')}import type { WorkerPart } from './core/worker-part';
${imports(parts)}
/** What each domain gives to the worker: reactions, jobs and schedules. */
export const workerParts: readonly WorkerPart[] = [
${lines(parts)}];
`;

const noticeList = (
  parts: Part[],
) => `${head('the notices.ts of each folder')}import type { Kind, Notice } from './core/notices';
${imports(parts)}
const gathered: { [K in Kind]: Notice<K> } = {
${lines(parts, '...')}};

/** Every message to a person, by its kind. */
export const notices: ReadonlyMap<string, Notice> = new Map(Object.entries(gathered));
`;

const actList = (parts: Part[]) => `${head('the acts.ts of each folder')}import type { ActDetail } from './core/acts';
${imports(parts)}
/** What stands beside each act in the audit log, by the act's name. */
export const acts: Readonly<Record<string, ActDetail>> = {
${lines(parts, '...')}};
`;

const bulkList = (
  parts: Part[],
) => `${head('the bulk-kinds.ts of each folder')}import type { BulkKinds } from './core/bulk';
${imports(parts)}
/** What staff may do to many rows of a list, by the act's name. */
export const bulkKinds: BulkKinds = {
${lines(parts, '...')}};
`;

const metricList = (
  parts: Part[],
) => `${head('the metrics.ts of each folder')}import type { Gauge } from './core/metrics';
${imports(parts)}
/** What operations may watch of each domain. */
export const domainMetrics: readonly Gauge[] = [
${lines(parts, '...')}];
`;

const menuList = (
  parts: Part[],
) => `${head('the menu.ts of each folder')}import type { MenuLine } from './core/member-menu';
${imports(parts)}
/** The pages of the domains that a member's own menu leads to. */
export const memberMenu: readonly MenuLine[] = [
${lines(parts, '...')}];
`;

const dashboardList = (
  parts: Part[],
) => `${head('the dashboard.ts of each folder')}import type { Dashboard } from './core/dashboard';
${imports(parts)}
/** What each domain shows on the start of the staff pages. */
export const dashboards: readonly Dashboard[] = [
${lines(parts)}];
`;

const pathList = (parts: Part[]) => `${head('the paths.ts of each folder')}${imports(parts)}
/** Paths of the pages of each domain. */
export const domainPaths = {
${lines(parts, '...')}} as const;
`;

const languages = ['en', 'zh-CN'];

/** The sentences of each domain by language and audience; every file stands in both languages. */
function messageList(files: string[]): string {
  const parsed = files.map((file) => /^([a-z0-9-]+)\.(\w+)\.json$/.exec(file)).filter((found) => found !== null);
  const named = (language: string, file: string) => `_${language}_${file}`.replaceAll(/\W/g, '_');
  const imported = languages.flatMap((language) =>
    parsed.map(([file]) => `import ${named(language, file)} from './${language}/${file}';\n`),
  );
  const said = (language: string, domain: string) =>
    parsed
      .flatMap(([file, of, audience]) => (of === domain ? [`${audience}: ${named(language, file)}`] : []))
      .join(', ');
  const domains = [...new Set(parsed.map(([, domain]) => domain!))];
  const rows = domains.map((domain) => {
    const spoken = languages.map((language) => `    '${language}': { ${said(language, domain)} },\n`);
    return `  '${domain}': {\n${spoken.join('')}  },\n`;
  });
  return `${head('the files of messages/en')}${imported.join('')}
/** The sentences of each domain, by language and audience. */
export const domains = {
${rows.join('')}};
`;
}

/** Whole or not at all, since several processes may come here at once. */
function writeIfNew(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  const draft = `${file}.${process.pid}`;
  makeFolder(path.dirname(file));
  writeFileSync(draft, text);
  renameSync(draft, file);
  return true;
}
