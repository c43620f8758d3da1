import { messageLocale, type Locale } from '@/lib/core/locale';
import type { Brand } from '@/lib/core/brand';
import { inLocale } from '@/lib/core/paths';

import { drawnIcons, type DrawnIcon } from './choices/icon-sizes';
import { iconAddress } from './icon-address';

/**
 * What a browser needs to put the site on a home screen (https://www.w3.org/TR/appmanifest). Both languages are one app: its id is the
 * same, and it begins in the language of the page from which it was put there. It names nothing but the start page, so that no area that
 * is off is in it.
 */
export function webManifest(locale: Locale, brand: Pick<Brand, 'name' | 'shortName' | 'tagline' | 'icon' | 'colour'>) {
  const icon = (name: DrawnIcon, purpose: 'any' | 'maskable') => ({
    src: iconAddress(brand, name),
    sizes: `${drawnIcons[name].side}x${drawnIcons[name].side}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: '/',
    lang: messageLocale(locale),
    dir: 'ltr',
    name: brand.name[locale],
    short_name: brand.shortName[locale],
    ...(brand.tagline[locale] && { description: brand.tagline[locale] }),
    start_url: inLocale(locale, '/'),
    scope: '/',
    display: 'standalone',
    // With a button that leads back, where the system has such a window: pages have none of their own.
    display_override: ['minimal-ui'],
    background_color: brand.colour.paper.light,
    theme_color: brand.colour.paper.light,
    icons: [icon('any-192', 'any'), icon('any-512', 'any'), icon('maskable-512', 'maskable')],
  };
}
