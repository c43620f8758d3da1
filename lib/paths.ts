import { path } from './core/paths';
import { domainPaths } from './domains-paths';

/** Paths of the site without their language; `inLocale` puts it in front. Those of each domain stand in its `paths.ts`. */
export const paths = {
  home: () => '/',
  staff: (...parts: string[]) => path('staff', ...parts),
  ...domainPaths,
} as const;
