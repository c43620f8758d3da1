import { ButtonLink } from '@/components/ui/button';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, onBoard } from '@/lib/core/paths';
import type { BoardFacts } from '@/lib/forum/queries';
import { paths } from '@/lib/paths';

/** Where a device is talked about, those for its owners too, with where to ask and to report; nothing where it has no board. */
export function DeviceBoards({ boards, ideas, locale }: { boards: BoardFacts[]; ideas: boolean; locale: Locale }) {
  const t = translator(locale, 'ownership');
  const [first] = boards;
  if (!first) return null;
  const write = (kind: string) => inLocale(locale, paths.newThread(first.slug, kind));
  return (
    <Card as="section" aria-labelledby="boards" className="grid gap-4">
      <SectionHead id="boards" title={t('boards.title')} lead={t('boards.lead')} />
      <ul className="grid gap-1">
        {boards.map((board) => (
          <li key={board.slug}>
            <TextLink href={inLocale(locale, onBoard(board, paths.board(board.slug)))}>
              {localText(locale, board.name, board.nameZh)}
            </TextLink>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={write('QUESTION')}>{t('boards.ask')}</ButtonLink>
        {ideas && <ButtonLink href={write('IDEA')}>{t('boards.report')}</ButtonLink>}
      </p>
    </Card>
  );
}
