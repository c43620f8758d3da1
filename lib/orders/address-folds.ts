const pairs = (text: string): Map<string, string> =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair): [string, string] => [pair[0]!, pair.slice(1)]),
  );

// Small letters of other scripts whose small or capital form looks like a Latin one, and Latin ones that are written in two ways.
const alike = pairs(`
  аa вb еe ёe кk мm нh оo рp сc тt уy хx іi їi ѕs јj ԁd ԛq ԝw αa βb εe ζz ηh ιi κk μm νn οo ρp τt υy χx ßss æa œo øo łl đd ıi ðd
`);

// Characters of addresses that are written in two or three ways in China, Hong Kong, Taiwan and Japan.
const han = pairs(`
  號号 樓楼 區区 縣县 県县 層层 棟栋 單单 単单 東东 廣广 広广 灣湾 鄉乡 鎮镇 臺台 國国 學学 園园 門门 車车 橋桥 龍龙 竜龙 興兴 華华 灘滩 澤泽 沢泽
  濱滨 浜滨 關关 関关 莊庄 榮荣 栄荣 豐丰 寶宝 宝宝 島岛 嶺岭 馬马 長长 陽阳 陰阴 蘇苏 滬沪 漢汉 處处 廠厂 塊块 間间 階阶 條条 観观 觀观 衛卫 萬万 與与 雲云 鐵铁 鉄铁 銀银 錦锦
`);

/** Text in small letters of one way of writing: full width, accents, look-alikes and what cannot be seen make no difference. Marks that tell kana apart stay. */
export function foldLetters(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/['`]/g, '');
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Default_Ignorable_Code_Point}'’‘`´]/gu, '');
  const bare = plain
    .normalize('NFD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu, '')
    .normalize('NFC');
  // A long-vowel mark between figures is a dash.
  return bare
    .replace(/(?<=\p{N})ー(?=\p{N})/gu, '-')
    .replace(/[^\p{ASCII}]/gu, (sign) => alike.get(sign) ?? han.get(sign) ?? sign);
}

const endings: Readonly<Record<string, string>> = {
  street: 'st',
  strasse: 'st',
  straat: 'st',
  str: 'st',
  avenue: 'av',
  avenida: 'av',
  avda: 'av',
  ave: 'av',
  road: 'rd',
  lane: 'ln',
  drive: 'dr',
  court: 'ct',
  place: 'pl',
  platz: 'pl',
  square: 'sq',
  boulevard: 'bd',
  blvd: 'bd',
  bvd: 'bd',
  highway: 'hwy',
  parkway: 'pkwy',
  terrace: 'ter',
  crescent: 'cres',
  close: 'cl',
};
const ending = new RegExp(`(?:${Object.keys(endings).join('|')})$`);
const words: Readonly<Record<string, string>> = {
  apartment: 'apt',
  flat: 'apt',
  unit: 'apt',
  suite: 'apt',
  ste: 'apt',
  floor: 'fl',
  building: 'bldg',
  saint: 'st',
  sankt: 'st',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
  number: '',
  no: '',
  nr: '',
  nº: '',
  and: '',
  und: '',
  et: '',
};

/** A word in its short form; ä, ae and a are one letter, as the three are written for one another. */
export function foldWord(word: string): string {
  const known = Object.hasOwn(words, word) ? words[word]! : word.replace(ending, (found) => endings[found]!);
  return known.replace(/([aou])e/g, '$1');
}

const digits = '〇一二三四五六七八九';

/** Chinese numerals before a unit of addresses as figures: 一丁目 is 1丁目. */
export function kanjiNumbers(text: string): string {
  return text.replace(
    /[〇零一二三四五六七八九十百]+(?=丁目|番|号|楼|层|阶|栋|幢|座|室|弄|巷|段|条|单元)/gu,
    (numeral) => figuresOf(numeral.replaceAll('零', '〇')),
  );
}

function figuresOf(numeral: string): string {
  if (!/[十百]/.test(numeral)) return [...numeral].map((sign) => digits.indexOf(sign)).join('');
  const [, hundreds = '', tens = '', ones = ''] = /^(?:(.?)百)?(?:〇?(.?)十)?〇?(.?)$/u.exec(numeral) ?? [];
  if (!hundreds && !tens && !ones && !/^[十百]+$/.test(numeral)) return numeral;
  const part = (sign: string, unit: string) => (sign ? digits.indexOf(sign) : numeral.includes(unit) ? 1 : 0);
  return String(part(hundreds, '百') * 100 + part(tens, '十') * 10 + (ones ? digits.indexOf(ones) : 0));
}
