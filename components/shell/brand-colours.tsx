import type { Brand } from '@/lib/core/brand';
import { brandTokens, type Theme } from '@/lib/core/brand-colours';

/** The brand's colours in place of the program's own; nothing where they are the same. */
export function BrandColours({ colour }: Pick<Brand, 'colour'>) {
  const tokens = Object.entries(brandTokens(colour));
  if (tokens.length === 0) return null;
  // Said for each theme by itself: what compiles `light-dark()` of the style sheets for older browsers does not see this.
  const of = (theme: Theme) => tokens.map(([name, value]) => `--${name}:${value[theme]}`).join(';');
  const css = `html:root{${of('light')}}@media(prefers-color-scheme:dark){html:root:not([data-theme=light]){${of('dark')}}}html:root[data-theme=dark]{${of('dark')}}`;
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}
