import type { SiteArea } from '@/lib/core/site-areas';

import type { IdeaPanelData, ReleasePage } from './queries';

type Areas = Readonly<Record<SiteArea, boolean>>;

/** Ideas as a page shows them: without the releases that they shipped in where those are off. */
export const withShown = <I extends { release: unknown }>(ideas: I[], areas: Areas): I[] =>
  areas.releases ? ideas : ideas.map((idea) => ({ ...idea, release: null }));

/** A release as its page shows it: without ideas and drops where these are off. */
export function releaseWithShown(release: ReleasePage, areas: Areas): ReleasePage {
  return {
    ...release,
    ideas: areas.ideas ? release.ideas : [],
    credits: areas.ideas ? release.credits : release.credits.map((each) => ({ ...each, ideas: [] })),
    drops: areas.drops ? release.drops : [],
  };
}

/** What a thread's page shows of its idea: nothing where ideas are off, and neither release nor drops where these are. */
export function ideaWithShown(idea: IdeaPanelData | null, areas: Areas): IdeaPanelData | null {
  if (!idea || !areas.ideas) return null;
  return { ...idea, release: areas.releases ? idea.release : null, drops: areas.drops ? idea.drops : [] };
}
