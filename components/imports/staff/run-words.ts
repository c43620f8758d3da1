import type { Tone } from '@/components/ui/tone';
import { translator } from '@/lib/core/i18n';
import { messageLocale, type Locale } from '@/lib/core/locale';
import type { RunShown } from '@/lib/imports/queries/runs';

type Say = ((key: string, values?: Record<string, string | number>) => string) & { has(key: string): boolean };

/** The words of imports by keys that rows name. */
export const importWords = (locale: Locale): Say => translator(locale, 'imports') as unknown as Say;

const tones: Record<RunShown['state'], Tone> = {
  WAITING: 'info',
  RUNNING: 'info',
  DONE: 'positive',
  FAILED: 'danger',
  STOPPED: 'warning',
};

/** The state of a run in a word, and its tone. */
export function stateOf({ state, stopAskedAt }: Pick<RunShown, 'state' | 'stopAskedAt'>, locale: Locale) {
  const stopping = state === 'RUNNING' && stopAskedAt !== null;
  return {
    tone: stopping ? ('warning' as const) : tones[state],
    word: importWords(locale)(`run.states.${stopping ? 'stopping' : state}`),
  };
}

/** `Rehearsal from Shopify`. */
export function headingOf({ source, rehearsal }: Pick<RunShown, 'source' | 'rehearsal'>, locale: Locale): string {
  const t = importWords(locale);
  return t('run.heading', { rehearsal: String(rehearsal), source: t(`sources.${source.toLowerCase()}`) });
}

/** What a run is at, in words, and how far it is. */
export function progressOf(run: Pick<RunShown, 'state' | 'phase' | 'subject' | 'done' | 'total'>, locale: Locale) {
  const t = importWords(locale);
  const { state, phase, subject, done, total } = run;
  if (state === 'WAITING') return { label: t('run.waiting'), said: '' };
  const known = phase !== null && t.has(`run.phases.${phase}`) ? phase : 'start';
  const label = t(`run.phases.${known}`, { name: subject ?? '' });
  if (total > 0) return { label, said: t('run.counted', { done, total }) };
  return { label, said: done > 0 ? t('run.soFar', { done }) : '' };
}

const units = ['kilobyte', 'megabyte'] as const;

/** A length in bytes as people read it. */
export function sizeWords(bytes: number, locale: Locale): string {
  const power = bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(messageLocale(locale), {
    style: 'unit',
    unit: units[power - 1],
    maximumFractionDigits: 1,
  }).format(Math.max(bytes / 1000 ** power, 0.1));
}
