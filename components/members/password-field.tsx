'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { FormText } from '@/components/forms/form-fields';
import { IconButton } from '@/components/ui/button';

type Props = {
  name: string;
  label: string;
  hint?: string;
  autoComplete: 'current-password' | 'new-password';
  aside?: React.ReactNode;
  required?: boolean;
};

/** A password, which its owner may look at while typing. */
export function PasswordField({ required = true, ...rest }: Props) {
  const t = useTranslations('members.fields');
  const [shown, setShown] = useState(false);
  const eye = (
    <IconButton
      label={shown ? t('hide') : t('show')}
      size="sm"
      aria-pressed={shown}
      onClick={() => setShown(!shown)}
      className="js-only"
    >
      {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
    </IconButton>
  );
  return <FormText {...rest} type={shown ? 'text' : 'password'} required={required} maxLength={200} after={eye} />;
}
