import { Card } from '@/components/ui/card';
import { Table, type Column } from '@/components/ui/table';
import type { Operation, Schema } from '@/lib/api/document';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

type Props = {
  path: string;
  method: string;
  operation: Operation;
  curl: string;
  answers: Record<string, string>;
  locale: Locale;
};
type Row = {
  name: string;
  place: 'path' | 'query' | 'header' | 'body';
  required: boolean;
  what: string;
  schema: Schema;
};

/** One call of the API, with examples of its answers by their status: what it takes, an example, what it answers and refuses with. The words of the document are English. */
export function ReferenceCall({ path, method, operation, curl, answers, locale }: Props) {
  const t = translator(locale, 'apiReference');
  const rows = rowsOf(operation);
  return (
    <Card as="section" aria-labelledby={operation.operationId} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="grid gap-1.5">
        <h2 id={operation.operationId} lang="en" className="text-heading">
          {operation.summary}
        </h2>
        <p className="font-mono text-[0.9375rem] wrap-anywhere">
          <strong>{method.toUpperCase()}</strong> {path}
        </p>
        <p lang="en" className="max-w-prose text-muted">
          <Coded text={operation.description} />
        </p>
        <p className="text-sm text-muted">
          <Coded text={t('needs', { scope: `\`${operation['x-scope']}\`` })} />
        </p>
      </div>
      {rows.length > 0 && (
        <Table
          caption={t('parameters')}
          showCaption
          columns={parameterColumns(locale)}
          rows={rows}
          rowKey={({ place, name }) => `${place} ${name}`}
        />
      )}
      <Sample title={t('example')} text={curl} />
      <Answers responses={operation.responses} examples={answers} title={t('answer')} />
    </Card>
  );
}

type AnswersProps = { responses: Operation['responses']; examples: Record<string, string>; title: string };

function Answers({ responses, examples, title }: AnswersProps) {
  return (
    <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[4rem_minmax(0,1fr)]">
      {Object.entries(responses).map(([status, { description }]) => (
        <div key={status} className="contents">
          <dt className="font-mono font-semibold">{status}</dt>
          <dd className="min-w-0 max-sm:mb-2" lang="en">
            {description.split('\n\n').map((line) => (
              <p key={line} className="wrap-anywhere">
                <Coded text={line} />
              </p>
            ))}
            {examples[status] && (
              <details className="mt-1">
                <summary className="touch w-fit cursor-pointer text-accent-ink">{title}</summary>
                <Sample text={examples[status]} />
              </details>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function rowsOf({ parameters, requestBody }: Operation): Row[] {
  const { properties = {}, required = [] } = (requestBody?.content['application/json'].schema ?? {}) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return [
    ...parameters.map(({ name, in: place, required: must, description = '', schema }) => ({
      ...{ name, place, required: must, schema },
      what: description,
    })),
    ...Object.entries(properties).map(([name, schema]) => ({
      ...{ name, place: 'body' as const, required: required.includes(name), schema },
      what: typeof schema.description === 'string' ? schema.description : '',
    })),
  ];
}

function parameterColumns(locale: Locale): Column<Row>[] {
  const t = translator(locale, 'apiReference');
  return [
    {
      key: 'name',
      header: t('name'),
      lead: true,
      cell: ({ name, required }) => (
        <>
          <bdi className="font-mono text-sm">{name}</bdi>
          {required && <span className="ms-2 text-sm font-normal text-muted">{t('required')}</span>}
        </>
      ),
    },
    { key: 'place', header: t('place'), cell: ({ place }) => t(`places.${place}`), className: 'sm:whitespace-nowrap' },
    {
      key: 'what',
      header: t('what'),
      cell: ({ what, schema }) => (
        <span lang="en" className="wrap-anywhere">
          {what} {Array.isArray(schema.enum) && <code className="font-mono text-sm">{schema.enum.join(' | ')}</code>}
        </span>
      ),
    },
  ];
}

function Sample({ title, text }: { title?: string; text: string }) {
  return (
    <figure className="grid gap-1.5">
      {title && <figcaption className="font-semibold">{title}</figcaption>}
      <pre lang="en" className="rounded-lg wrap-anywhere whitespace-pre-wrap bg-sunken px-4 py-3 font-mono text-sm">
        {text}
      </pre>
    </figure>
  );
}

/** A text in which codes stand between backticks. */
function Coded({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    at % 2 === 1 ? (
      <code key={at} className="font-mono text-sm">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
