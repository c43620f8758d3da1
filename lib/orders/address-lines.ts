export type Sent = {
  shipName: string;
  shipLine1: string;
  shipLine2: string;
  shipCity: string;
  shipRegion: string;
  shipPostcode: string;
  shipCountry: string;
};

/** A line of an address; `who` marks the name of the person. */
export type AddressLine = { text: string; who?: true };

/** The lines of a parcel's label without its country, in the order and form of the country that it goes to. */
export function addressLines(sent: Sent): AddressLine[] {
  const { shipName, shipLine1, shipLine2, shipCountry } = sent;
  const native = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
    `${shipLine1}${sent.shipCity}`,
  );
  const lines =
    native && eastern[shipCountry]
      ? eastern[shipCountry](sent)
      : [who(shipName), text(shipLine1), text(shipLine2), ...(western[shipCountry] ?? plain)(sent).map(text)];
  return lines.filter((line) => line.text !== '');
}

const text = (line: string): AddressLine => ({ text: line });
const who = (name: string): AddressLine => ({ text: name, who: true });
const join = (parts: string[], between = ' '): string => parts.filter(Boolean).join(between);

type Town = (sent: Sent) => string[];

// A code before the town it belongs to, behind it, or in a line of its own below.
const codeFirst: Town = ({ shipPostcode, shipCity, shipRegion }) => [join([shipPostcode, shipCity]), shipRegion];
const codeLast: Town = ({ shipPostcode, shipCity, shipRegion }) => [join([shipCity, shipRegion, shipPostcode])];
const commas: Town = ({ shipPostcode, shipCity, shipRegion }) => [
  join([join([shipCity, shipRegion], ', '), shipPostcode]),
];
const codeAlone: Town = ({ shipPostcode, shipCity, shipRegion }) => [shipCity, shipRegion, shipPostcode];
const plain: Town = codeFirst;

// As the postal services of these countries ask for it; what is written in Latin letters to Asia goes from small to large as well.
const western: Record<string, Town> = {
  US: commas,
  CN: commas,
  JP: commas,
  KR: commas,
  CA: codeLast,
  AU: codeLast,
  NZ: codeLast,
  SG: codeLast,
  BR: codeLast,
  ID: codeLast,
  IL: codeLast,
  IN: codeLast,
  LV: codeLast,
  MT: codeLast,
  SA: codeLast,
  TH: codeLast,
  TW: commas,
  VN: codeLast,
  GB: codeAlone,
  EG: codeAlone,
  HK: codeAlone,
  IE: codeAlone,
  KZ: codeAlone,
  UA: codeAlone,
  ZA: codeAlone,
  DE: codeFirst,
  FR: codeFirst,
  NL: codeFirst,
  ES: ({ shipPostcode, shipCity, shipRegion }) => [join([shipPostcode, shipCity]), shipRegion],
  IT: ({ shipPostcode, shipCity, shipRegion }) => [join([shipPostcode, shipCity, shipRegion])],
};

// From large to small, the person last. A town that repeats its province, as Beijing does, is written once.
const eastern: Record<string, (sent: Sent) => AddressLine[]> = {
  CN: (sent) => [text(sent.shipPostcode), text(`${place(sent)}${sent.shipLine1}${sent.shipLine2}`), who(sent.shipName)],
  HK: (sent) => [
    text(join([sent.shipRegion, sent.shipCity])),
    text(join([sent.shipLine1, sent.shipLine2])),
    who(sent.shipName),
  ],
  JP: (sent) => [
    text(`〒${sent.shipPostcode.replace(/^(\d{3})-?(\d{4})$/, '$1-$2')}`),
    text(`${place(sent)}${sent.shipLine1}`),
    text(sent.shipLine2),
    who(`${sent.shipName} 様`),
  ],
  TW: (sent) => [text(sent.shipPostcode), text(`${place(sent)}${sent.shipLine1}${sent.shipLine2}`), who(sent.shipName)],
  KR: (sent) => [
    text(join([sent.shipRegion, sent.shipCity, sent.shipLine1])),
    text(sent.shipLine2),
    who(sent.shipName),
    text(sent.shipPostcode),
  ],
};

/** The parts of an address in the order in which a form asks for them. */
export type AddressPart = 'name' | 'line1' | 'line2' | 'city' | 'region' | 'postcode';

const smallFirst = ['name', 'line1', 'line2'] as const;
const orders: Record<'large' | 'town' | 'code', readonly AddressPart[]> = {
  large: ['region', 'city', 'line1', 'line2', 'postcode', 'name'],
  town: [...smallFirst, 'city', 'region', 'postcode'],
  code: [...smallFirst, 'postcode', 'city', 'region'],
};
// Japan's and Korea's forms begin with the code, which names the town.
const codeBefore: readonly AddressPart[] = ['postcode', 'region', 'city', 'line1', 'line2', 'name'];

/** The order in which an address is typed that goes to a country: as it is written there, the person last where the province comes first. */
export function addressOrder(country: string): readonly AddressPart[] {
  if (country === 'JP' || country === 'KR') return codeBefore;
  if (country === 'CN' || country === 'TW') return orders.large;
  const town = western[country] ?? plain;
  return [commas, codeLast, codeAlone].includes(town) ? orders.town : orders.code;
}

function place({ shipRegion, shipCity }: Sent): string {
  return shipCity.startsWith(shipRegion) ? shipCity : `${shipRegion}${shipCity}`;
}
