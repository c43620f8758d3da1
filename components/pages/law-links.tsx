import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { readIn } from '@/lib/pages/choices/blocks';
import type { LawKind } from '@/lib/pages/choices/kinds';
import type { LinkedPages } from '@/lib/pages/queries';
import { paths } from '@/lib/paths';

type Props = { law: LinkedPages['law']; kinds: readonly LawKind[]; lead: string; locale: Locale };

/** Links to law pages of these kinds, those that are published, beside a form: what was typed there stays. Nothing where there are none. */
export function LawLinks({ law, kinds, lead, locale }: Props) {
  const those = kinds.flatMap((kind) => law.filter((page) => page.kind === kind));
  if (those.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
      <p className="text-muted">{lead}</p>
      <ul className="flex flex-wrap gap-x-3 gap-y-1">
        {those.map(({ slug, title, titleZh }) => {
          const words = readIn(locale, { en: title, zh: titleZh });
          return (
            <li key={slug}>
              <TextLink href={inLocale(locale, paths.page(slug))} target="_blank" lang={words.lang}>
                <bdi>{words.text}</bdi>
              </TextLink>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
