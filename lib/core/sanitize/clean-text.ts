const LINE_ENDS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
const CONTROLS = /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\uFFF9-\uFFFC]/gu;
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const DIRECTION_MARKS = /[\u200E\u200F\u061C]/g;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LONE_SURROGATES = /\p{Cs}/gu;
const BLANK_GLYPHS = /[\u2800\u3164\uFFA0\u{13441}\u{13442}\u{1D159}]/gu;
const STACKED_MARKS = /(\p{M}{6})\p{M}+/gu;

// Characters that are not seen; each stays only where the character before it (and after it) gives it a meaning.
const IGNORABLE = '[\\p{Default_Ignorable_Code_Point}\\u{16FE4}]';
const JOINING = [
  'Arab',
  'Syrc',
  'Mong',
  'Nkoo',
  'Mand',
  'Deva',
  'Beng',
  'Guru',
  'Gujr',
  'Orya',
  'Taml',
  'Telu',
  'Knda',
  'Mlym',
  'Sinh',
  'Tibt',
  'Mymr',
  'Khmr',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const BREAKING = ['Khmr', 'Mymr', 'Thai', 'Laoo', 'Tibt'].map((script) => `\\p{Script=${script}}`).join('');
const NEEDED = [
  '(?<=\\p{Extended_Pictographic}[\\p{Emoji_Modifier}\\uFE0F]?)\\u200D(?=\\p{Extended_Pictographic})',
  '(?<=\\p{Extended_Pictographic})[\\uFE0E\\uFE0F]',
  '(?<=[0-9#*])\\uFE0F(?=\\u20E3)',
  '(?<=[\\p{Script_Extensions=Han}\\p{Sm}\\p{Script=Mymr}\\p{Script=Phag}])[\\uFE00-\\uFE02]',
  '(?<=\\p{Script=Han})[\\u{E0100}-\\u{E01EF}]',
  '(?<=\\p{Script=Mong}(?<!\\p{Default_Ignorable_Code_Point}))[\\u180B-\\u180F]',
  `(?<=[${JOINING}](?<!\\p{Default_Ignorable_Code_Point}))[\\u200C\\u200D]`,
  `(?<=[${BREAKING}](?<!\\p{Default_Ignorable_Code_Point}))\\u200B(?=[${BREAKING}])`,
  // The flags of England, Scotland and Wales: a black flag, letters as tags, and the end of them.
  '(?<=\\u{1F3F4})[\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}',
].join('|');
const UNSEEN = new RegExp(`(${NEEDED}|[\\u200E\\u200F\\u061C])|${IGNORABLE}`, 'gu');

/**
 * The text without what only serves to deceive or to break a line: control characters, direction overrides, halves of
 * characters, characters that nobody sees (but those that an emoji or a script needs), and more than six marks stacked
 * on one letter. Line ends become "\n", blank glyphs spaces. Refuses nothing, and changes nothing when it is done again.
 */
export function cleanText(text: string): string {
  return seen(
    text
      .replace(LINE_ENDS, '\n')
      .replace(LONE_SURROGATES, '\uFFFD')
      .replace(CONTROLS, '')
      .replace(DIRECTION_CONTROLS, '')
      .replace(BLANK_GLYPHS, ' '),
  ).replace(STACKED_MARKS, '$1');
}

// Marks of direction stay where something is written from the right.
function seen(text: string): string {
  const kept = text.replace(UNSEEN, '$1');
  return RIGHT_TO_LEFT.test(kept) ? kept : kept.replace(DIRECTION_MARKS, '');
}
