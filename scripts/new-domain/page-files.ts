/** Pages, views and sentences of a new domain. */
import { domainOne } from './domain-files';
import type { Names } from './names';

export const pageFiles = (names: Names): Record<string, string> => ({
  ...memberPages(names),
  ...staffPages(names),
  ...views(names),
});

const memberPages = ({ domain, one, table, many }: Names): Record<string, string> => ({
  [`app/[locale]/(account)/${domain}/layout.tsx`]: `import { speaking } from '@/components/i18n/words';

export default speaking('${many}');
`,
  [`app/[locale]/(account)/${domain}/page.tsx`]: `import type { Metadata } from 'next';

import { Add${table}Form } from '@/components/${domain}/add-${domainOne(one)}-form';
import { ${table}List } from '@/components/${domain}/${domainOne(one)}-list';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { ${many}Paths } from '@/lib/${domain}/paths';
import { listOwn${table}s } from '@/lib/${domain}/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), '${many}')('title'));
}

export default async function ${table}sPage({ params }: Params) {
  const locale = await localeOf(params);
  const own = await listOwn${table}s(reading(await requireMember(locale, ${many}Paths.${many}())));
  const t = translator(locale, '${many}');
  return (
    <div className="page max-w-4xl pb-16">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-10">
        <Add${table}Form />
        <${table}List items={own} locale={locale} />
      </div>
    </div>
  );
}
`,
});

const staffPages = ({ domain, one, table, many }: Names): Record<string, string> => ({
  [`app/[locale]/staff/${domain}/page.tsx`]: `import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ${table}List } from '@/components/${domain}/${domainOne(one)}-list';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { list${table}s } from '@/lib/${domain}/queries';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string }> };

const enter = () => requirePermission('${domain}.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale as Locale, '${many}')('staff.title'));
});

export default pageOrMissing(async function Staff${table}sPage({ params }: Props) {
  const locale = (await params).locale as Locale;
  const all = await list${table}s(reading(await enter()));
  return (
    <div className="page pb-16">
      <PageHeader title={translator(locale, '${many}')('staff.title')} />
      <${table}List items={all} locale={locale} />
    </div>
  );
});
`,
  [`components/${domain}/add-${domainOne(one)}-form.tsx`]: `'use client';

import { useTranslations } from 'use-intl';

import { add${table}Action } from '@/app/actions/${domain}';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';

/** Adds one. */
export function Add${table}Form() {
  const t = useTranslations('${many}');
  return (
    <ActionForm action={add${table}Action} success={t('form.done')}>
      <FormArea name="body" label={t('form.body')} rows={4} maxLength={1000} required />
      <FormSubmit className="w-fit">{t('form.send')}</FormSubmit>
    </ActionForm>
  );
}
`,
});

const views = ({ domain, one, table, many, title }: Names): Record<string, string> => ({
  [`components/${domain}/${domainOne(one)}-list.tsx`]: `import { Card } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { Own${table} } from '@/lib/${domain}/queries';

/** What was added, the newest first. */
export function ${table}List({ items, locale }: { items: Own${table}[]; locale: Locale }) {
  const t = translator(locale, '${many}');
  if (items.length === 0) {
    return (
      <EmptyState compact title={t('empty')}>
        <p>{t('emptyBody')}</p>
      </EmptyState>
    );
  }
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {items.map(({ id, body, createdAt }) => (
          <li key={id} className="grid gap-1 p-5">
            <p dir="auto" className="whitespace-pre-line">
              {body}
            </p>
            <p className="text-sm text-muted">
              <DateTime at={createdAt} locale={locale} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
`,
  ...sentences({ domain, one, table, many, title }),
});

type Sentences = {
  title: string;
  lead: string;
  empty: string;
  emptyBody: string;
  about: string;
  told: string;
  form: object;
};

function sentences({ domain, one, many, title }: Names): Record<string, string> {
  const small = title.toLowerCase();
  const english: Sentences = {
    title,
    lead: 'What you add here, our team reads.',
    empty: 'Nothing here yet',
    emptyBody: 'What is added will show up here.',
    about: `All ${small}, newest first`,
    told: 'We’ve got it: “{body}”',
    form: { body: 'What is it about?', send: 'Add', done: 'Added. Thank you!' },
  };
  const chinese: Sentences = {
    title: `栏目：${title}`,
    lead: '写在这里的内容，我们的团队都会看。',
    empty: '这里还没有内容',
    emptyBody: '添加的内容会出现在这里。',
    about: '按时间倒序查看全部',
    told: '已收到：“{body}”',
    form: { body: '想说什么？', send: '添加', done: '已添加，谢谢！' },
  };
  const files = (language: string, { title: name, lead, empty, emptyBody, about, told, form }: Sentences) => ({
    [`messages/${language}/${domain}.ui.json`]: json({ [many]: { form } }),
    [`messages/${language}/${domain}.page.json`]: json({
      [many]: { title: name, lead, empty, emptyBody },
      notifications: { kinds: { [one]: { added: told } } },
    }),
    [`messages/${language}/${domain}.staff.json`]: json({
      [many]: { staff: { title: name } },
      staff: staffWords(domain, name, about),
    }),
  });
  return {
    ...files('en', english),
    ...files('zh-CN', chinese),
    [`messages/${domain}.ts`]: `import enPage from './en/${domain}.page.json';
import enStaff from './en/${domain}.staff.json';
import enUi from './en/${domain}.ui.json';
import zhPage from './zh-CN/${domain}.page.json';
import zhStaff from './zh-CN/${domain}.staff.json';
import zhUi from './zh-CN/${domain}.ui.json';

export const ${many} = {
  en: { ui: enUi, page: enPage, staff: enStaff },
  'zh-CN': { ui: zhUi, page: zhPage, staff: zhStaff },
};
`,
  };
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

function staffWords(domain: string, name: string, about: string) {
  return {
    rooms: { [domain]: name },
    about: { [domain]: about },
    permissionGroups: { [domain]: name },
    permissions: { [domain]: { read: about } },
  };
}
