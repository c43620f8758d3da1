/** The table of settings of docs/settings.md, made from lib/core/settings.ts. */
import { neededToOpen, requiredWithDatabaseUrl, settings, type SettingName } from '../../lib/core/settings';

export const tableStart = '<!-- settings -->';
export const tableEnd = '<!-- /settings -->';

export function settingsTable(): string {
  const rows = Object.entries(settings.shape).map(([name, shape]) => row(name as SettingName, shape));
  return ['| Setting | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

export function withTable(page: string): string {
  const [before, rest] = [page.indexOf(tableStart), page.indexOf(tableEnd)];
  if (before < 0 || rest < before) return page;
  return `${page.slice(0, before + tableStart.length)}\n${settingsTable()}\n${page.slice(rest)}`;
}

function row(
  name: SettingName,
  shape: { description?: string; safeParse(value: unknown): { success: boolean; data?: unknown } },
): string {
  const blank = shape.safeParse(undefined);
  const fallback = blank.success && blank.data !== undefined ? `\`${String(blank.data)}\`` : '';
  const required = has(requiredWithDatabaseUrl, name)
    ? ' **Required with `DATABASE_URL`.**'
    : has(neededToOpen, name)
      ? ' **Needed to open.**'
      : '';
  return `| \`${name}\` | ${fallback} | ${shape.description ?? ''}${required} |`;
}

const has = (names: readonly string[], name: string) => names.includes(name);
