import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { neutralBrand } from './brand';
import { brandTokens, leastContrast, textColours, textContrast, themes } from './brand-colours';
import { contrastOf } from './contrast';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const own = neutralBrand.colour;

describe('the colours of a brand', () => {
  it('of the program set no token', () => expect(brandTokens(own)).toEqual({}));

  it('of text and of the program are those of tokens.css', () => {
    const css = readFileSync('components/ui/styles/tokens.css', 'utf8');
    for (const name of Object.keys(textColours.light) as (keyof typeof textColours.light)[])
      expect(css).toContain(`--${name}: light-dark(${textColours.light[name]}, ${textColours.dark[name]});`);
    for (const name of ['paper', 'accent'] as const)
      expect(css).toContain(`--${name}: light-dark(${own[name].light}, ${own[name].dark});`);
  });

  it('leave every text readable, whatever accent is chosen', () => {
    fc.assert(
      fc.property(hex, hex, (light, dark) => {
        const tokens = brandTokens({ paper: own.paper, accent: { light, dark } });
        for (const theme of themes) {
          const of = (name: string) => tokens[name]![theme];
          for (const ground of ['accent', 'accent-hover'])
            expect(contrastOf(of('on-accent'), of(ground))).toBeGreaterThanOrEqual(leastContrast.text);
          for (const text of [of('accent-ink'), textColours[theme].ink, textColours[theme].muted])
            expect(contrastOf(text, of('accent-soft'))).toBeGreaterThanOrEqual(leastContrast.text);
          expect(contrastOf(of('focus'), own.paper[theme])).toBeGreaterThanOrEqual(leastContrast.shape);
        }
      }),
    );
  });

  it('follow a paper on which text can be read', () => {
    fc.assert(
      fc.property(hex, (paper) => {
        fc.pre(textContrast('light', paper) >= leastContrast.text);
        const tokens = brandTokens({ paper: { light: paper, dark: '#16120d' }, accent: own.accent });
        for (const ground of ['paper', 'surface', 'raised', 'sunken', 'hover'])
          for (const text of [textColours.light.ink, textColours.light.muted, tokens['accent-ink']!.light])
            expect(contrastOf(text, tokens[ground]!.light)).toBeGreaterThanOrEqual(leastContrast.text);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the contrast of text with a paper', () => {
  it('is the lowest of all texts and grounds', () => {
    expect(textContrast('light', '#ffffff')).toBeGreaterThan(leastContrast.text);
    expect(textContrast('dark', '#000000')).toBeGreaterThan(leastContrast.text);
    expect(textContrast('light', '#808080')).toBeLessThan(2);
    expect(textContrast('dark', '#faf6ed')).toBeLessThan(1.5);
  });
});
