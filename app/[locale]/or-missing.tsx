import type { Metadata } from 'next';
import type { ReactNode } from 'react';

import { SiteFrame } from '@/components/shell/site-frame';
import { NotFoundPage } from '@/components/shell/state-pages';
import { StaffMissing } from '@/components/staff/staff-missing';
import { isLocale, type Locale } from '@/lib/core/locale';
import { answerMissing } from '@/lib/server/next-quirks/answer';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { missingFor } from '@/lib/web/missing-for';
import { isMissing } from '@/lib/web/next-quirks/is-missing';
import { localeOf } from '@/lib/web/params';

type Asked = { params: Promise<{ locale: string }> };
type Make<Props, Part> = (props: Props) => Promise<Part>;

/** A page for members; what it does not find, or does not show to this one, it says in words, with 404. */
export function pageOrMissing<Props extends Asked>(page: Make<Props, ReactNode>): Make<Props, ReactNode> {
  return orElse(page, (locale) =>
    missingFor().staff ? <StaffMissing locale={locale} /> : <NotFoundPage locale={locale} />,
  );
}

/** The frame of such pages; without what it needs, the page that is not there stands in the frame of the site. */
export function frameOrMissing<Props extends Asked>(frame: Make<Props, ReactNode>): Make<Props, ReactNode> {
  return orElse(frame, (locale, known) =>
    // The build makes a page of a placeholder for the language, and asks no database for its frame.
    known ? (
      <SiteFrame locale={locale}>
        <NotFoundPage locale={locale} />
      </SiteFrame>
    ) : (
      <NotFoundPage locale={locale} />
    ),
  );
}

/** The head of such a page: it names what is there, and nothing that is not. */
export function headOrMissing<Props extends Asked>(head: Make<Props, Metadata>): Make<Props, Metadata> {
  return orElse(head, (locale) => memberMetadata(translator(locale, 'shell')('notFound.title')));
}

// Left to Next, "not found" would leave the document empty until scripts run.
function orElse<Props extends Asked, Part>(
  make: Make<Props, Part>,
  missing: (locale: Locale, known: boolean) => Part,
): Make<Props, Part> {
  return async (props) => {
    try {
      await localeOf(props.params);
      return await make(props);
    } catch (error) {
      if (!isMissing(error)) throw error;
      answerMissing();
      const { locale } = await props.params;
      return isLocale(locale) ? missing(locale, true) : missing('en', false);
    }
  };
}
