import { path } from '@/lib/core/paths';

/** Paths of this domain: `manifest` stands behind a language, `brandIcon` behind none. */
export const brandPaths = {
  manifest: () => path('manifest.webmanifest'),
  brandIcon: (name: string) => path('brand-icons', name),
} as const;
