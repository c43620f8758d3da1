'use client';

import { removeCardAction } from '@/app/actions/cart';

import { TypedCode } from './typed-code';

type Props = {
  words: { label: string; ending: string; remove: string; removeNamed: string; balance: string };
  /** Whether it is of another currency than the cart. */
  isOther: boolean;
};

/** The gift card whose code was typed, what is on it, and the way to take it away. */
export function CartGiftCard({ words, isOther }: Props) {
  return (
    <TypedCode
      action={removeCardAction}
      hidden={{ card: 'none' }}
      words={words}
      typed={words.ending}
      state={words.balance}
      isGiven={!isOther}
    />
  );
}
