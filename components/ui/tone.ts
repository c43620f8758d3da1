export type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'danger' | 'info' | Hue;
export type Hue = 'clay' | 'moss' | 'river' | 'plum' | 'straw' | 'stone';

export const hues: Hue[] = ['clay', 'moss', 'river', 'plum', 'straw', 'stone'];

/** Soft ground with readable text of the same colour. */
export const softTone: Record<Tone, string> = {
  neutral: 'bg-stone-soft text-stone',
  accent: 'bg-accent-soft text-accent-ink',
  positive: 'bg-positive-soft text-positive',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info',
  clay: 'bg-clay-soft text-clay',
  moss: 'bg-moss-soft text-moss',
  river: 'bg-river-soft text-river',
  plum: 'bg-plum-soft text-plum',
  straw: 'bg-straw-soft text-straw',
  stone: 'bg-stone-soft text-stone',
};

/** The same hue for the same words, always. */
export const hueOf = (words: string): Hue => hues[hash(words) % hues.length]!;

export function hash(words: string) {
  let sum = 2166136261;
  for (const sign of words) sum = Math.imul(sum ^ sign.codePointAt(0)!, 16777619) >>> 0;
  return sum;
}
