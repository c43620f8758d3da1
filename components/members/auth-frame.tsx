import type { ReactNode } from 'react';

import { Card } from '@/components/ui/card';
import { Illustration, type IllustrationName } from '@/components/ui/illustration';

type Props = {
  title: string;
  lead?: ReactNode;
  illustration?: IllustrationName;
  beside?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
};

/** The layout of sign-in and sign-up pages: one card, and at most one thing beside it. */
export function AuthFrame({ title, lead, illustration = 'sign-in', beside, foot, children }: Props) {
  return (
    <div className="page grid items-start gap-8 py-8 sm:py-14 lg:grid-cols-[minmax(0,27rem)_minmax(0,1fr)] lg:gap-16">
      <div className="mx-auto w-full max-w-[27rem] lg:mx-0">
        <h1 className="text-title">{title}</h1>
        {lead && <p className="mt-2 text-lead text-muted">{lead}</p>}
        <Card look="raised" className="mt-6">
          {children}
        </Card>
        {foot && <div className="mt-5 text-center text-muted">{foot}</div>}
      </div>
      <div className="mx-auto w-full max-w-xl lg:mx-0 lg:max-w-none">
        {beside ?? <Illustration name={illustration} className="mx-auto hidden w-full max-w-md lg:mt-10 lg:block" />}
      </div>
    </div>
  );
}
