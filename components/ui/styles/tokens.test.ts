import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;
const hues = ['positive', 'warning', 'danger', 'info', 'clay', 'moss', 'river', 'plum', 'straw', 'stone'];
const grounds = ['paper', 'surface', 'raised', 'sunken', 'hover'];

const textPairs: [string, string][] = [
  ...grounds.flatMap((ground) => against(ground, ['ink', 'muted', 'accent-ink'])),
  ...hues.flatMap((hue) => [`${hue}-soft`, 'paper', 'surface', 'raised'].flatMap((ground) => against(ground, [hue]))),
  ...against('accent-soft', ['ink', 'accent-ink', 'muted']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-solid', 'solid'],
  ['on-solid', 'solid-hover'],
  ['on-danger', 'danger-solid'],
];

const shapePairs = grounds.slice(0, 3).flatMap((ground) => against(ground, ['field-line', 'focus']));

describe.each(themes)('%s theme', (theme) => {
  it.each(textPairs)('%s on %s reads at AA', (text, ground) => {
    expect(contrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapePairs)('%s on %s can be told apart', (shape, ground) => {
    expect(contrast(token(shape, theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

it('measures black on white as 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

function against(ground: string, signs: string[]) {
  return signs.map((sign): [string, string] => [sign, ground]);
}

function token(name: string, theme: (typeof themes)[number]) {
  const found = css.match(new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`));
  const hex = found?.[theme === 'light' ? 1 : 2];
  if (!hex) throw new Error(`no token --${name}`);
  return hex;
}

function contrast(one: string, other: string) {
  const lights = [luminance(one), luminance(other)];
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

function luminance(hex: string) {
  const channel = (at: number) => linear(parseInt(hex.slice(at, at + 2), 16) / 255);
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function linear(channel: number) {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
