import { nameToEmoji } from 'gemoji';

const NAMED = /:([a-z0-9_+-]{1,60})(?::t([2-6]))?:/g;
const SKINS = ['\u{1F3FB}', '\u{1F3FC}', '\u{1F3FD}', '\u{1F3FE}', '\u{1F3FF}'];

// Names that Discourse gives to emoji which the usual list names otherwise.
const OTHERS: Record<string, string> = {
  slight_smile: '🙂',
  slight_frown: '🙁',
  simple_smile: '🙂',
  upside_down: '🙃',
  rofl: '🤣',
  thinking: '🤔',
  hugs: '🤗',
  roll_eyes: '🙄',
  zipper_mouth: '🤐',
  face_with_raised_eyebrow: '🤨',
  face_with_symbols_over_mouth: '🤬',
  crazy_face: '🤪',
  shushing_face: '🤫',
  grinning_face_with_smiling_eyes: '😄',
  money_mouth: '🤑',
  nerd: '🤓',
  robot: '🤖',
  raised_hands: '🙌',
  pray: '🙏',
  clap: '👏',
  crossed_fingers: '🤞',
  call_me_hand: '🤙',
  metal: '🤘',
  point_up_2: '👆',
  thumbsup: '👍',
  thumbsdown: '👎',
  heart_eyes_cat: '😻',
  tada: '🎉',
  confetti: '🎊',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  question: '❓',
  bangbang: '‼️',
  star2: '🌟',
  sparkles: '✨',
  purple_heart: '💜',
  black_heart: '🖤',
  orange_heart: '🧡',
  white_heart: '🤍',
  mending_heart: '❤️‍🩹',
  face_holding_back_tears: '🥹',
  melting_face: '🫠',
  saluting_face: '🫡',
  distorted_face: '🥴',
  smiling_face_with_three_hearts: '🥰',
  partying_face: '🥳',
  pleading_face: '🥺',
  index_pointing_at_the_viewer: '🫵',
  desktop: '🖥️',
  stopwatch: '⏱️',
};

/** The character of an emoji by its name, such as `smile` or `wave:t3`; null when no such character is known. */
export function emojiOf(name: string): string | null {
  const [, plain = '', tone] = /^:?([a-z0-9_+-]+)(?::t([2-6]))?:?$/i.exec(name) ?? [];
  const character = nameToEmoji[plain.toLowerCase()] ?? OTHERS[plain.toLowerCase()];
  if (!character) return null;
  return tone ? `${character.replace(/\uFE0F$/, '')}${SKINS[Number(tone) - 2]}` : character;
}

/** A text with the characters of the emoji that it names, as in `Hello :wave:`; names that are none stay words. */
export function withEmoji(text: string): string {
  return text.includes(':') ? text.replace(NAMED, (named) => emojiOf(named) ?? named) : text;
}
