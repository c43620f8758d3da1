import type { CountryCode } from './countries';

const pairs = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);

/** States and provinces by the codes that stand on parcels, where a country writes codes. */
const regions: Partial<Record<CountryCode, [code: string, name: string][]>> = {
  AU: pairs(`
    ACT Australian Capital Territory
    NSW New South Wales
    NT Northern Territory
    QLD Queensland
    SA South Australia
    TAS Tasmania
    VIC Victoria
    WA Western Australia
  `),
  CA: pairs(`
    AB Alberta
    BC British Columbia
    MB Manitoba
    NB New Brunswick
    NL Newfoundland and Labrador
    NS Nova Scotia
    NT Northwest Territories
    NU Nunavut
    ON Ontario
    PE Prince Edward Island
    QC Quebec
    SK Saskatchewan
    YT Yukon
  `),
  US: pairs(`
    AL Alabama
    AK Alaska
    AS American Samoa
    AZ Arizona
    AR Arkansas
    AA Armed Forces Americas
    AE Armed Forces Europe
    AP Armed Forces Pacific
    CA California
    CO Colorado
    CT Connecticut
    DE Delaware
    DC District of Columbia
    FL Florida
    GA Georgia
    GU Guam
    HI Hawaii
    ID Idaho
    IL Illinois
    IN Indiana
    IA Iowa
    KS Kansas
    KY Kentucky
    LA Louisiana
    ME Maine
    MD Maryland
    MA Massachusetts
    MI Michigan
    MN Minnesota
    MS Mississippi
    MO Missouri
    MT Montana
    NE Nebraska
    NV Nevada
    NH New Hampshire
    NJ New Jersey
    NM New Mexico
    NY New York
    NC North Carolina
    ND North Dakota
    MP Northern Mariana Islands
    OH Ohio
    OK Oklahoma
    OR Oregon
    PA Pennsylvania
    PR Puerto Rico
    RI Rhode Island
    SC South Carolina
    SD South Dakota
    TN Tennessee
    TX Texas
    UT Utah
    VT Vermont
    VI Virgin Islands
    VA Virginia
    WA Washington
    WV West Virginia
    WI Wisconsin
    WY Wyoming
  `),
};

/** The regions to choose from in a country; null where they are written out. */
export function regionsOf(country: CountryCode): [code: string, name: string][] | null {
  return regions[country] ?? null;
}

/** The code of a region by its code or name; undefined where a country has codes and this is none of them. What other countries write stays. */
export function regionCode(country: CountryCode, region: string): string | undefined {
  const known = regions[country];
  if (!known || !region) return region;
  const said = region.trim().toLowerCase().replaceAll('.', '');
  return known.find(([code, name]) => code.toLowerCase() === said || name.toLowerCase() === said)?.[0];
}
