import type { MarketData } from '@/lib/core/market';

const everyWeight = (amounts: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(amounts).map(([currency, amountMinor]) => [currency, [{ upTo: null, amountMinor }]]),
  );

const rate = (country: MarketData['taxes'][number]['country'], name: string, percent: number, included = true) => ({
  country,
  region: '',
  name,
  ppm: percent * 10_000,
  included,
  from: null,
  until: null,
});

/** Where the demo brand sends its parcels, for how much, and the taxes there. */
export const demoMarket: MarketData = {
  seller: {
    name: 'Foxtail Audio Ltd.',
    address: '18 Millrace Yard\nPortland, OR 97209\nUnited States',
    taxNumbers: [{ name: 'VAT (EU OSS)', number: 'EU372000041' }],
  },
  returnAddress: 'Foxtail Audio Returns\n18 Millrace Yard\nPortland, OR 97209\nUnited States',
  currency: 'USD',
  timeZone: 'UTC',
  taxIncluded: false,
  promises: { packing: 2, returns: 30, warranty: 24, repair: 12, protection: 14 },
  priorPrice: true,
  zones: [
    {
      name: { en: 'North America', zh: '北美' },
      countries: ['CA', 'US'],
      days: [2, 5],
      rates: everyWeight({ USD: 900, EUR: 850, GBP: 750, CNY: 6500, JPY: 1350, CAD: 1250, AUD: 1400 }),
    },
    {
      name: { en: 'Europe', zh: '欧洲' },
      countries: ['DE', 'ES', 'FR', 'GB', 'IT', 'NL'],
      days: [4, 8],
      rates: everyWeight({ USD: 1200, EUR: 1100, GBP: 950, CNY: 8600, JPY: 1800, CAD: 1650, AUD: 1850 }),
    },
    {
      name: { en: 'Asia', zh: '亚洲' },
      countries: ['CN', 'HK', 'JP', 'KR', 'SG'],
      days: [3, 7],
      rates: everyWeight({ USD: 700, EUR: 650, GBP: 550, CNY: 5000, JPY: 1050, CAD: 950, AUD: 1100 }),
    },
    {
      name: { en: 'Australia and New Zealand', zh: '澳大利亚和新西兰' },
      countries: ['AU', 'NZ'],
      days: [6, 12],
      rates: everyWeight({ USD: 1500, EUR: 1400, GBP: 1200, CNY: 10800, JPY: 2250, CAD: 2050, AUD: 2300 }),
    },
  ],
  taxes: [
    rate('AU', 'GST', 10),
    rate('CA', 'GST', 5, false),
    rate('CN', 'VAT', 13),
    rate('DE', 'VAT', 19),
    rate('ES', 'VAT', 21),
    rate('FR', 'VAT', 20),
    rate('GB', 'VAT', 20),
    rate('IT', 'VAT', 22),
    rate('JP', 'Consumption tax', 10),
    rate('KR', 'VAT', 10),
    rate('NL', 'VAT', 21),
    rate('NZ', 'GST', 15),
    rate('SG', 'GST', 9),
  ],
};
