/** The areas of the site that staff can turn off. Safe in the browser. */
export const siteAreas = ['community', 'ideas', 'roadmap', 'releases', 'shop', 'drops'] as const;
export type SiteArea = (typeof siteAreas)[number];

/** What an area stands on: where that is off, it is off too. Ideas are threads, the roadmap lists ideas, drops sell products. */
export const standsOn: Partial<Record<SiteArea, SiteArea>> = { ideas: 'community', roadmap: 'ideas', drops: 'shop' };

/** Where an area is found: the segments behind the language of its pages, and those behind `/api/` of its endpoints. */
export type DeclaredArea = {
  readonly name: SiteArea;
  readonly segments: readonly string[];
  readonly api?: readonly string[];
};

/** Every area that is off where staff turned these off, with those that stand on one of them. */
export function areasOff(turnedOff: readonly SiteArea[]): SiteArea[] {
  const isOff = (area: SiteArea): boolean => turnedOff.includes(area) || (area in standsOn && isOff(standsOn[area]!));
  return siteAreas.filter(isOff);
}

/** The areas that go with one when it is turned off. */
export function areasOn(area: SiteArea): SiteArea[] {
  return areasOff([area]).filter((each) => each !== area);
}
