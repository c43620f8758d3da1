'use client';

import { forgetDrafts } from '@/components/draft-store';
import { FormSubmit } from '@/components/forms/form-fields';
import type { ButtonProps } from '@/components/ui/button';
import { useViewer } from '@/components/viewer/viewer-provider';

/** Sends the form that signs out; what the member left unsent goes from this device. */
export function SignOutButton(props: ButtonProps) {
  const { viewer } = useViewer();
  return <FormSubmit {...props} onClick={() => viewer?.member && forgetDrafts(viewer.member.id)} />;
}
