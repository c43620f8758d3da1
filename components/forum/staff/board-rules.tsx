'use client';

import { useState, type FormEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import { FormSelect } from '@/components/forms/form-fields';
import { readRuleWord, rulesOf, ruleWord, type BoardRule } from '@/lib/forum/policy';

type Choice = { value: string; label: string };
export type Choices = { products: Choice[]; roles: Choice[]; parents: Choice[] };
type Board = { rules: BoardRule[]; above: { slug: string }[]; productId: string | null };
type Verb = BoardRule['verb'];
type Asked = 'MEMBERS' | 'READERS' | 'OWNERS';

const verbs = ['READ', 'POST', 'REPLY'] as const;
const offered: Record<Verb, string[]> = {
  READ: ['EVERYONE', 'MEMBERS', 'MEMBERS:1', 'MEMBERS:2', 'MEMBERS:3', 'MEMBERS:4', 'OWNERS', 'STAFF'],
  POST: ['READERS', 'READERS:1', 'READERS:2', 'READERS:3', 'READERS:4', 'OWNERS', 'STAFF'],
  REPLY: ['READERS', 'READERS:1', 'READERS:2', 'READERS:3', 'READERS:4', 'OWNERS', 'STAFF'],
};
const names = { READ: 'reads', POST: 'starts', REPLY: 'replies' } as const;
const labels = { READ: 'reads', POST: 'starts', REPLY: 'replies' } as const;

/** Who reads, who starts threads and who replies, with what that means in words, also for guests. */
export function BoardRules({ board, choices }: { board?: Board; choices: Choices }) {
  const t = useTranslations('boardsStaff');
  const [words, setWords] = useState(() => ({
    READ: wordOf(board, 'READ'),
    POST: wordOf(board, 'POST'),
    REPLY: wordOf(board, 'REPLY'),
    product: board?.productId ?? '',
  }));
  const follow = ({ target }: FormEvent<HTMLDivElement>) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const { name, value } = target;
    const key = name === 'productId' ? 'product' : (Object.keys(names) as Verb[]).find((verb) => names[verb] === name);
    if (key) setWords((now) => ({ ...now, [key]: value }));
  };
  return (
    <div className="grid gap-5" onChange={follow}>
      {choices.parents.length > 0 && (
        <FormSelect
          name="parent"
          label={t('parent')}
          hint={t('parentHint')}
          blank={t('root')}
          initial={board?.above.at(-1)?.slug ?? ''}
          options={choices.parents}
        />
      )}
      {verbs.map((verb) => (
        <RuleSelect key={verb} verb={verb} initial={wordOf(board, verb)} roles={choices.roles} known={!!board} />
      ))}
      <FormSelect
        name="productId"
        label={t('product')}
        hint={t('productHint')}
        blank={t('noProduct')}
        initial={board?.productId ?? ''}
        options={choices.products}
      />
      <Meaning words={words} roles={choices.roles} />
    </div>
  );
}

type SelectProps = { verb: Verb; initial: string; roles: Choice[]; known: boolean };

function RuleSelect({ verb, initial, roles, known }: SelectProps) {
  const t = useTranslations('boardsStaff');
  const values = [...offered[verb], ...(verb === 'READ' ? [] : roles.map(({ value }) => `ROLE:${value}`))];
  if (!values.includes(initial)) values.push(initial);
  return (
    <FormSelect
      name={names[verb]}
      label={t(labels[verb])}
      hint={verb === 'READ' && known && t('readsHint')}
      initial={initial}
      options={values.map((value) => {
        const { key, trust, role } = parts(verb, value, roles);
        return { value, label: t(`who.${key}`, { trust, role }) };
      })}
    />
  );
}

type Words = Record<Verb | 'product', string>;

function Meaning({ words, roles }: { words: Words; roles: Choice[] }) {
  const t = useTranslations('boardsStaff');
  const between = useLocale() === 'zh-CN' ? '' : ' ';
  const sentence = (verb: Verb) => {
    const { key, trust, role } = parts(verb, words[verb], roles);
    return t(`sum.${verb}.${key}` as 'sum.READ.OWNERS', { trust, role, product: words.product ? 'yes' : 'no' });
  };
  return (
    <div aria-live="polite" className="rounded-lg bg-accent-soft/40 px-4 py-3 text-[0.9375rem]">
      <p className="font-semibold">{t('sum.title')}</p>
      <p className="mt-1">{verbs.map(sentence).join(between)}</p>
      <p className="mt-1 text-muted">{t(words.READ === 'EVERYONE' ? 'sum.guests' : 'sum.noGuests')}</p>
    </div>
  );
}

function parts(verb: Verb, word: string, roles: Choice[]) {
  const rule = readRuleWord(verb, word);
  const role = roles.find(({ value }) => value === rule?.roleKey)?.label ?? rule?.roleKey ?? '';
  const trust = rule?.trust ?? 0;
  const who = rule?.who ?? 'STAFF';
  return { key: trust > 0 ? (`${who}_TRUST` as `${Asked}_TRUST`) : who, trust, role };
}

// Where a verb has several rows, the form shows the first; saving leaves that one.
function wordOf(board: Board | undefined, verb: Verb): string {
  const [rule] = board ? rulesOf(board, verb) : [];
  if (rule) return ruleWord(rule);
  return board ? 'STAFF' : verb === 'READ' ? 'EVERYONE' : 'READERS';
}
