'use client';

import type { ComponentProps } from 'react';

import { FormText } from './form-fields';

/** A code or serial in an ActionForm, which browsers neither complete nor correct, and phones begin in capitals. */
export function FormCode(props: ComponentProps<typeof FormText>) {
  return <FormText autoComplete="off" autoCapitalize="characters" spellCheck={false} {...props} />;
}
