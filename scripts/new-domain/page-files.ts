/** Pages and views of a new domain. */
import type { Names } from './names';

export const pageFiles = (names: Names): Record<string, string> => ({
  ...memberPages(names),
  ...staffPages(names),
  ...form(names),
  ...list(names),
  ...row(names),
});

const memberPages = ({ domain, file, table, plural, many }: Names): Record<string, string> => ({
  [`app/[locale]/(site)/(account)/${domain}/layout.tsx`]: `import { speaking } from '@/components/i18n/words';

export default speaking('${domain}');
`,
  [`app/[locale]/(site)/(account)/${domain}/page.tsx`]: `import type { Metadata } from 'next';

import { Add${table}Form } from '@/components/${domain}/add-${file}-form';
import { ${table}List } from '@/components/${domain}/${file}-list';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { readMoment } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { listOwn${plural} } from '@/lib/${domain}/queries';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf, pageQuery } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), '${many}')('title'));
}

export default async function ${plural}Page({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireMember(locale, paths.${many}());
  const after = readMoment((await pageQuery(searchParams)).after);
  const own = await listOwn${plural}(reading(actor), after);
  const t = translator(locale, '${many}');
  return (
    <div className="page max-w-4xl pb-16">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-10">
        <Add${table}Form />
        <${table}List page={own} isFirst={!after} path={paths.${many}()} locale={locale} />
      </div>
    </div>
  );
}
`,
});

const staffPages = ({ domain, file, one, table, plural, many }: Names): Record<string, string> => ({
  [`app/[locale]/staff/${domain}/page.tsx`]: `import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ${table}List } from '@/components/${domain}/${file}-list';
import { Decide${table}Form } from '@/components/${domain}/staff/decide-${file}-form';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { readMoment } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { canDecide } from '@/lib/${domain}/policy';
import { list${plural} } from '@/lib/${domain}/queries';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const enter = () => requirePermission('${domain}.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale as Locale, '${many}')('staff.title'));
});

export default pageOrMissing(async function Staff${plural}Page({ params, searchParams }: Props) {
  const locale = (await params).locale as Locale;
  const actor = await enter();
  const after = readMoment((await pageQuery(searchParams)).after);
  const all = await list${plural}(reading(actor), after);
  const t = translator(locale, '${many}');
  return (
    <div className="page pb-16">
      <PageHeader title={t('staff.title')} lead={t('staff.lead')} />
      <${table}List
        page={all}
        isFirst={!after}
        path={paths.staff('${domain}')}
        locale={locale}
        below={({ id, decision }) => !decision && canDecide(actor) && <Decide${table}Form ${one}Id={id} />}
      />
    </div>
  );
});
`,
});

const form = ({ domain, file, table, many }: Names): Record<string, string> => ({
  [`components/${domain}/add-${file}-form.tsx`]: `'use client';

import { useTranslations } from 'use-intl';

import { add${table}Action } from '@/app/actions/${domain}';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';

/** The form by which a member adds one. */
export function Add${table}Form() {
  const t = useTranslations('${many}');
  return (
    <ActionForm action={add${table}Action} success={t('form.done')} clear>
      <FormArea name="body" label={t('form.body')} rows={4} maxLength={1000} required />
      <FormSubmit className="w-fit">{t('form.send')}</FormSubmit>
    </ActionForm>
  );
}
`,
});

const list = ({ domain, file, table, plural, many }: Names): Record<string, string> => ({
  [`components/${domain}/${file}-list.tsx`]: `import type { ReactNode } from 'react';

import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { writeCursor } from '@/lib/core/cursor';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import type { ${table}Row, ${plural}Page } from '@/lib/${domain}/queries';

import { ${table}Item } from './${file}-row';

type ListProps = {
  page: ${plural}Page;
  isFirst: boolean;
  path: string;
  locale: Locale;
  /** What stands below each row. */
  below?: (row: ${table}Row) => ReactNode;
};

/** One page of what was added, the newest first, with the ways to the pages beside it. */
export function ${table}List({ page: { rows, last }, isFirst, path, locale, below }: ListProps) {
  const t = translator(locale, '${many}');
  const home = inLocale(locale, path);
  if (isFirst && rows.length === 0) {
    return (
      <EmptyState compact title={t('empty')}>
        <p>{t('emptyBody')}</p>
      </EmptyState>
    );
  }
  return (
    <div>
      <Card flush>
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <${table}Item key={row.id} row={row} locale={locale}>
              {below?.(row)}
            </${table}Item>
          ))}
        </ul>
      </Card>
      <Pagination
        label={t('pages')}
        previous={isFirst ? null : { href: home, label: t('newest') }}
        next={last ? { href: withQuery(home, { after: writeCursor(last.at, last.id) }), label: t('older') } : null}
      />
    </div>
  );
}
`,
});

const row = ({ domain, file, table, many }: Names): Record<string, string> => ({
  [`components/${domain}/${file}-row.tsx`]: `import type { ReactNode } from 'react';

import { DateTime } from '@/components/ui/date-time';
import { Link } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { ${table}Row } from '@/lib/${domain}/queries';
import { paths } from '@/lib/paths';

type RowProps = { row: ${table}Row; locale: Locale; children?: ReactNode };

/** One with who added it, and what was decided. */
export function ${table}Item({ row: { body, createdAt, member, decision }, locale, children }: RowProps) {
  const t = translator(locale, '${many}');
  return (
    <li className="grid gap-3 p-5">
      <p dir="auto" className="break-words whitespace-pre-line">
        {body}
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        {member && (
          <Link href={inLocale(locale, paths.member(member.handle))}>
            <bdi>{member.name}</bdi>
          </Link>
        )}
        <DateTime at={createdAt} locale={locale} />
      </p>
      {decision && (
        <p dir="auto" className="break-words whitespace-pre-line">
          <strong>{t(\`outcomes.\${decision.outcome}\`)}</strong> {decision.reason}
        </p>
      )}
      {children}
    </li>
  );
}
`,
});
