import type { Brand } from '@/lib/core/brand';
import { brandTokens } from '@/lib/core/brand-colours';

/** The brand's colours in place of the program's own; nothing where they are the same. */
export function BrandColours({ colour }: Pick<Brand, 'colour'>) {
  const tokens = Object.entries(brandTokens(colour));
  if (tokens.length === 0) return null;
  const css = tokens.map(([name, { light, dark }]) => `--${name}:light-dark(${light},${dark})`).join(';');
  return <style dangerouslySetInnerHTML={{ __html: `html:root{${css}}` }} />;
}
