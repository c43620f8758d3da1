/** The colours that follow from a brand's ground and accent, so that text stays readable on whatever was chosen. */
import { neutralBrand, type Brand } from './brand';
import { contrastOf, mixed } from './contrast';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The contrast that WCAG 2.2 AA asks of text, and of shapes that one must tell apart. */
export const leastContrast = { text: 4.5, shape: 3 } as const;

/** The colours of text that stand in tokens.css whatever the brand's ground is. */
export const textColours = {
  light: {
    ink: '#231c13',
    muted: '#655a49',
    positive: '#2c6640',
    warning: '#8a4312',
    danger: '#a32b1e',
    info: '#275a7d',
  },
  dark: {
    ink: '#f4ecdd',
    muted: '#b9ad99',
    positive: '#93ca9d',
    warning: '#f0ac74',
    danger: '#f59a8b',
    info: '#92c4e6',
  },
} as const satisfies Record<Theme, Record<string, string>>;

type Palette = Record<string, string>;
type Colours = Brand['colour'];

/** The lowest contrast that text would have on the grounds that follow from a paper. */
export function textContrast(theme: Theme, paper: string): number {
  const grounds = Object.values(groundsOf(theme, paper));
  return Math.min(
    ...Object.values(textColours[theme]).flatMap((text) => grounds.map((ground) => contrastOf(text, ground))),
  );
}

/** The contrast that text would have on a paper where that is too low, in one decimal, with the least that it must have; null where text can be read. */
export function lowContrast(theme: Theme, paper: string): { ratio: number; least: number } | null {
  const ratio = textContrast(theme, paper);
  return ratio < leastContrast.text ? { ratio: Math.floor(ratio * 10) / 10, least: leastContrast.text } : null;
}

/** A colour as the accent of each theme: as near to itself as it stands out from the paper there. */
export function accentsFrom(colour: string, paper: Colours['paper']): Colours['accent'] {
  const [light, dark] = themes.map((theme) =>
    towards(textColours[theme].ink, colour, [paper[theme]], leastContrast.shape),
  );
  return { light: light!, dark: dark! };
}

type Tokens = Record<string, Record<Theme, string>>;

/** Tokens of `tokens.css` that a brand sets anew, with their values in each theme; none for the program's own colours. */
export function brandTokens(colour: Colours): Tokens {
  const own = neutralBrand.colour;
  const differs = (name: keyof Colours) => themes.some((theme) => colour[name][theme] !== own[name][theme]);
  if (differs('paper')) return allTokens(colour);
  return differs('accent') ? tokensOf((theme) => accentOf(theme, colour.paper[theme], colour.accent[theme])) : {};
}

/** Every token that follows from a brand's colours: for a part of a page whose other parts have those of another brand. */
export const allTokens = ({ paper, accent }: Colours): Tokens =>
  tokensOf((theme) => ({
    ...groundsOf(theme, paper[theme]),
    ...linesOf(theme, paper[theme]),
    ...accentOf(theme, paper[theme], accent[theme]),
  }));

function tokensOf(paletteOf: (theme: Theme) => Palette): Tokens {
  const [light, dark] = themes.map(paletteOf);
  return Object.fromEntries(Object.keys(light!).map((name) => [name, { light: light![name]!, dark: dark![name]! }]));
}

/** The grounds that text stands on. */
function groundsOf(theme: Theme, paper: string): Palette {
  const { ink } = textColours[theme];
  return theme === 'light'
    ? {
        paper,
        surface: mixed(paper, '#ffffff', 0.6),
        raised: mixed(paper, '#ffffff', 0.8),
        sunken: mixed(paper, ink, 0.05),
        hover: mixed(paper, ink, 0.035),
      }
    : {
        paper,
        surface: mixed(paper, ink, 0.035),
        raised: mixed(paper, ink, 0.075),
        sunken: mixed(paper, '#000000', 0.25),
        hover: mixed(paper, ink, 0.095),
      };
}

function linesOf(theme: Theme, paper: string): Palette {
  const { ink } = textColours[theme];
  return {
    line: mixed(paper, ink, 0.13),
    'line-strong': mixed(paper, ink, 0.23),
    'field-line': towards(ink, paper, Object.values(groundsOf(theme, paper)), leastContrast.shape),
  };
}

function accentOf(theme: Theme, paper: string, accent: string): Palette {
  const { ink, muted } = textColours[theme];
  const onAccent = ['#2b1c04', '#fffaf0', '#000000', '#ffffff'].find(
    (text) => contrastOf(text, accent) >= leastContrast.text,
  )!;
  const isDarkText = contrastOf(onAccent, '#ffffff') > contrastOf(onAccent, '#000000');
  const soft = softOf(paper, accent, [ink, muted]);
  const grounds = [...Object.values(groundsOf(theme, paper)), soft];
  return {
    accent,
    'accent-hover': mixed(accent, isDarkText ? '#ffffff' : '#000000', 0.14),
    'on-accent': onAccent,
    'accent-soft': soft,
    'accent-ink': towards(ink, accent, grounds, leastContrast.text),
    focus: towards(ink, accent, grounds, leastContrast.shape),
  };
}

// The strongest tint of the paper on which text can still be read.
function softOf(paper: string, accent: string, texts: string[]): string {
  const shares = [0.24, 0.18, 0.12, 0.08, 0.05, 0.02];
  const tints = shares.map((share) => mixed(paper, accent, share));
  return tints.find((tint) => texts.every((text) => contrastOf(text, tint) >= leastContrast.text)) ?? paper;
}

// The colour nearest to the given one that stands out enough from every ground.
function towards(ink: string, from: string, grounds: string[], least: number): string {
  for (let share = 0; share < 1; share += 0.05) {
    const each = mixed(from, ink, share);
    if (grounds.every((ground) => contrastOf(each, ground) >= least)) return each;
  }
  return ink;
}
