import type { Locale } from '@/lib/core/locale';
import type { BoardFacts } from '@/lib/forum/queries';
import { rulesOf, type BoardRule } from '@/lib/forum/policy';
import { translator } from '@/lib/web/i18n';

type Writing = 'READERS' | 'trust' | 'owners' | 'staff';

/** Who writes on a board, in short sentences, as far as that is not everybody who reads it. */
export function writingNotes(board: { rules: BoardRule[] }, locale: Locale): string[] {
  const t = translator(locale, 'forum');
  const [posts, replies] = [writersOf(board, 'POST'), writersOf(board, 'REPLY')];
  return [
    posts.who === 'READERS' ? '' : t(`board.posts.${posts.who}`, { trust: posts.trust }),
    replies.who !== 'READERS'
      ? t(`board.answers.${replies.who}`, { trust: replies.trust })
      : posts.who === 'READERS'
        ? ''
        : t('board.answers.readers'),
  ].filter(Boolean);
}

/** Who reads a board that is not open to everyone. */
export function readersNote({ rules, visibility }: Pick<BoardFacts, 'rules' | 'visibility'>, locale: Locale): string {
  const t = translator(locale, 'forum');
  if (visibility === 'PUBLIC') return '';
  const trust = Math.min(...rulesOf({ rules }, 'READ').map((rule) => rule.trust));
  if (visibility === 'MEMBERS' && trust > 0) return t('innerNote.TRUST', { trust });
  return t(`innerNote.${visibility}`);
}

function writersOf(board: { rules: BoardRule[] }, verb: 'POST' | 'REPLY'): { who: Writing; trust: number } {
  const rules = rulesOf(board, verb);
  const readers = rules.filter(({ who }) => who === 'READERS');
  const trust = Math.min(...readers.map((rule) => rule.trust));
  if (readers.length > 0) return { who: trust > 0 ? 'trust' : 'READERS', trust };
  return { who: rules.some(({ who }) => who === 'OWNERS') ? 'owners' : 'staff', trust: 0 };
}
