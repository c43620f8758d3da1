import { may, type Actor } from './core/actor';
import { staffAreas, type Domain, type StaffArea, type StaffSection } from './core/domain';
import type { SiteArea } from './core/site-areas';
import { backupsDomain } from './backups/domain';
import { apiDomain } from './api/domain';
import { brandDomain } from './brand/domain';
import { calendarDomain } from './calendar/domain';
import { cartDomain } from './cart/domain';
import { catalogDomain } from './catalog/domain';
import { dropsDomain } from './drops/domain';
import { feedbackDomain } from './feedback/domain';
import { forumDomain } from './forum/domain';
import { invoicesDomain } from './invoices/domain';
import { importsDomain } from './imports/domain';
import { listsDomain } from './lists/domain';
import { marketsDomain } from './markets/domain';
import { membersDomain } from './members/domain';
import { moderationDomain } from './moderation/domain';
import { newsDomain } from './news/domain';
import { notificationsDomain } from './notifications/domain';
import { ordersDomain } from './orders/domain';
import { ownershipDomain } from './ownership/domain';
import { pagesDomain } from './pages/domain';
import { redirectsDomain } from './redirects/domain';
import { unitsDomain } from './units/domain';
import { stockDomain } from './stock/domain';
import { returnsDomain } from './returns/domain';
import { reviewsDomain } from './reviews/domain';
import { accountingDomain } from './accounting/domain';
import { discountsDomain } from './discounts/domain';
import { searchDomain } from './search/domain';
import { repairsDomain } from './repairs/domain';
import { recallsDomain } from './recalls/domain';
import { serviceDomain } from './service/domain';
import { creditDomain } from './credit/domain';

/** Every domain, in the order of its sections in the staff pages. */
export const domains = [
  feedbackDomain,
  moderationDomain,
  forumDomain,
  dropsDomain,
  ordersDomain,
  invoicesDomain,
  stockDomain,
  unitsDomain,
  returnsDomain,
  membersDomain,
  ownershipDomain,
  catalogDomain,
  cartDomain,
  notificationsDomain,
  brandDomain,
  calendarDomain,
  importsDomain,
  listsDomain,
  marketsDomain,
  newsDomain,
  pagesDomain,
  redirectsDomain,
  backupsDomain,
  apiDomain,
  reviewsDomain,
  discountsDomain,
  accountingDomain,
  searchDomain,
  repairsDomain,
  recallsDomain,
  serviceDomain,
  creditDomain,
] as const;

type Declared = (typeof domains)[number];
type Sections = Extract<Declared, { staffSections: readonly StaffSection[] }>['staffSections'][number];
export type StaffSectionName = Sections['name'];

const all: readonly Domain[] = domains;

/** Segments behind the language that lead to pages rendered for the one who asks. */
export const memberSegments: readonly string[] = ['staff', ...all.flatMap((each) => each.memberSegments ?? [])];

const declaredAreas = all.flatMap((each) => each.areas ?? []);
const areaOfPages = new Map(declaredAreas.flatMap(({ name, segments }) => segments.map((each) => [each, name])));
const areaOfApi = new Map(declaredAreas.flatMap(({ name, api = [] }) => api.map((each) => [each, name])));

/**
 * The area that an address of pages or endpoints belongs to, with its language or without; null for what belongs to none. What follows a
 * dot in a segment is how Next names other forms of the same page.
 */
export function areaOf(url: string): SiteArea | null {
  const [, first = '', second = ''] = url.split(/[?#]/, 1)[0]!.split('/');
  if (first === 'api') return areaOfApi.get(second) ?? null;
  const segment = first === 'en' || first === 'zh' ? second : first;
  return areaOfPages.get(segment.split('.', 1)[0]!) ?? null;
}

/** The segments of the pages of these areas. */
export function segmentsOf(areas: readonly SiteArea[]): string[] {
  return declaredAreas.filter(({ name }) => areas.includes(name)).flatMap(({ segments }) => segments);
}

/** The sections of the staff pages that somebody may open, in the order in which they are shown. */
export function staffSectionsFor(actor: Actor): StaffSectionName[] {
  return staffAreasFor(actor).flatMap(({ sections }) => sections);
}

const mayOpen = (actor: Actor, { permission, leads, pages = [] }: StaffSection): boolean =>
  may(actor, permission) || (leads === true && pages.some((page) => may(actor, page.permission)));

/** The first page of a section that somebody may open; undefined where there is none. */
export function firstPageOf(name: StaffSectionName, actor: Actor): string | undefined {
  return staffSection(name).pages?.find(({ permission }) => may(actor, permission))?.name;
}

/** What the domain of a section declares of it. */
export function staffSection(name: StaffSectionName): StaffSection {
  return all.flatMap((each) => each.staffSections ?? []).find((section) => section.name === name)!;
}

/** `pages` are those inside of the sections that are found by name. */
export type StaffAreaSections = {
  area: StaffArea;
  sections: StaffSectionName[];
  pages: { section: StaffSectionName; name: string }[];
};

/** The same by area; an area in which they may open nothing is left out. */
export function staffAreasFor(actor: Actor): StaffAreaSections[] {
  const declared = all.flatMap((each) => each.staffSections ?? []);
  const sections = [...declared.filter(({ last }) => !last), ...declared.filter(({ last }) => last)];
  const open = sections.filter((section) => mayOpen(actor, section));
  const inArea = (area: StaffArea) => open.filter((each) => each.area === area);
  return staffAreas
    .map((area) => ({
      area,
      sections: inArea(area).map(({ name }) => name as StaffSectionName),
      pages: inArea(area).flatMap(({ name, pages = [] }) =>
        pages
          .filter(({ permission }) => may(actor, permission))
          .map((each) => ({ section: name as StaffSectionName, name: each.name })),
      ),
    }))
    .filter(({ sections }) => sections.length > 0);
}
