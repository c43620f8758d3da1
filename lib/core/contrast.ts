/** The contrast of two colours `#rrggbb` by WCAG 2.2: from 1 for the same colour to 21 for black on white. */
export function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** A colour between two others, `share` of the way from the first to the second. */
export function mixed(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const channel = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16);

function luminance(hex: string): number {
  const linear = (at: number) => {
    const value = channel(hex, at) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}
